"""What is stated of single pairs among many: rows, lists, refusals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from prssmi_match.compatibility.cells import Cells

__all__ = ["Stated"]


class Stated:
    """A table with a column a mentor, of which few entries are given; the others are 0.

    Parameters
    ----------
    entries : iterable of (int, int, int)
        Row, mentor and number, 0 or more; of two for the same place the later one counts.
    mentors : int
        The number of mentors.
    """

    def __init__(self, entries: Iterable[tuple[int, int, int]], mentors: int) -> None:
        given = {row * mentors + mentor: value for row, mentor, value in entries}
        place = np.fromiter(given.keys(), dtype=np.int64, count=len(given))
        order = np.argsort(place)
        self._place = place[order]
        self._value = np.fromiter(given.values(), dtype=np.int64, count=len(given))[order]
        self._mentors = mentors

    def entries_of(self, rows: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return row and mentor of every given entry of some rows that follow each other, sorted."""
        ends = np.array([rows[0], rows[-1] + 1]) * self._mentors
        first, last = np.searchsorted(self._place, ends)
        row, mentor = np.divmod(self._place[first:last], max(1, self._mentors))
        return row, mentor

    def of(self, cells: Cells, rows: NDArray[np.int64] | None = None) -> NDArray[np.int64]:
        """Return the number of each pair: in the row of its mentee, or in rows given in place of the mentees."""
        rows = cells.mentee if rows is None else rows
        if cells.is_grid:
            return self._whole_rows(rows[:, 0])
        if not self._place.size:
            return np.zeros(cells.shape, dtype=np.int64)
        wanted = rows * self._mentors + cells.mentor
        at = np.minimum(np.searchsorted(self._place, wanted), len(self._place) - 1)
        return np.where(self._place[at] == wanted, self._value[at], 0)

    def has(self, cells: Cells) -> NDArray[np.bool_]:
        """Whether each pair has an entry above 0."""
        return self.of(cells) > 0

    def _whole_rows(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        kinds, kind = np.unique(rows, return_inverse=True)
        table = np.zeros((len(kinds), self._mentors), dtype=np.int64)
        first = np.searchsorted(self._place, kinds * self._mentors)
        count = np.searchsorted(self._place, (kinds + 1) * self._mentors) - first
        ends = np.cumsum(count)
        if ends.size and ends[-1]:
            entries = np.arange(ends[-1]) + np.repeat(first - (ends - count), count)
            moved = np.repeat((np.arange(len(kinds)) - kinds) * self._mentors, count)
            table.reshape(-1)[self._place[entries] + moved] = self._value[entries]
        return table if len(kinds) == len(rows) and (kind[:-1] < kind[1:]).all() else table[kind]
