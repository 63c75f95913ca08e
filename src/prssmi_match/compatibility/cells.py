"""Which pairs a question is about: some rows of the grid with every mentor, or a list of pairs.

Whatever is worked out of pairs is worked out for all of them at once, on arrays, and for both kinds by the same lines:
``values[cells.mentee]`` and ``values[cells.mentor]`` have shapes that numpy combines to one value a pair.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

__all__ = ["CELLS", "Cells", "Fails", "PointsOf", "block_size", "blocks"]

CELLS = 2**16
"""How many pairs are looked at together: few enough for the caches, enough to forget what a call costs."""


@dataclass(frozen=True, slots=True)
class Cells:
    """Some pairs.

    Attributes
    ----------
    mentee, mentor : array of int64
        Positions of sites: of rows of the grid with shapes (rows, 1) and (1, mentors), of a list one a pair.
    """

    mentee: NDArray[np.int64]
    mentor: NDArray[np.int64]

    @classmethod
    def of_rows(cls, mentees: NDArray[np.int64], mentors: int) -> Cells:
        """Return the pairs of some mentees with every mentor."""
        return cls(mentees[:, None], np.arange(mentors)[None, :])

    @property
    def is_grid(self) -> bool:
        """Whether these are rows of the grid."""
        return self.mentee.ndim > 1

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of what is worked out of them."""
        return np.broadcast_shapes(self.mentee.shape, self.mentor.shape)

    def look_up(self, table: NDArray[Any], row: NDArray[np.int64]) -> NDArray[Any]:
        """Return the entries of a table with a column a mentor, where each mentee has the row given for it."""
        rows = row[self.mentee]
        return table[rows[:, 0]] if self.is_grid else table[rows, self.mentor]


def block_size(mentors: int, cells: int = CELLS) -> int:
    """Return how many rows of the grid are looked at together, for about so many pairs."""
    return max(1, cells // max(1, mentors))


def blocks(mentees: NDArray[np.int64], size: int) -> Iterator[NDArray[np.int64]]:
    """Cut mentees into runs of ``size``."""
    for first in range(0, len(mentees), size):
        yield mentees[first : first + size]


PointsOf: TypeAlias = Callable[[Cells], NDArray[np.int64]]
"""A criterion at work: from pairs to the whole points of each, ``UNKNOWN`` where they are not known."""

Fails: TypeAlias = Callable[[Cells], NDArray[np.bool_]]
"""A test at work: from pairs to whether each fails it."""
