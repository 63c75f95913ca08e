"""The weighted points of every pair there could be, some rows of the grid at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from prssmi_match.compatibility.assessment import assess
from prssmi_match.compatibility.cells import Cells
from prssmi_match.compatibility.criteria import points_of
from prssmi_match.compatibility.points import UNKNOWN, mean_of_all, neutral_of, rounded_half_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from prssmi_match.problem.criteria import PairCriterion
    from prssmi_match.problem.document import Problem

__all__ = ["REFUSED", "ScoredGrid"]

REFUSED = -1
"""In place of the points of a pair that is not admissible."""


class ScoredGrid:
    """The points that :func:`assess` gives, without an object a pair and without keeping any.

    An unknown of which nothing is known for a mentee takes the mean over all pairs. That is known once every row was
    surveyed; it is the same for all pairs of the mentee, so their order is right before.

    Attributes
    ----------
    mentees, mentors : tuple of Profile
        The available sites, in the order of ids.
    """

    def __init__(self, problem: Problem, criteria: Sequence[PairCriterion]) -> None:
        self._assessed = assess(problem)
        self.mentees, self.mentors = self._assessed.mentees, self._assessed.mentors
        self._criteria = [
            (criterion, points_of(criterion, self._assessed.sides, self._assessed.scores)) for criterion in criteria
        ]
        self._total = np.zeros(len(self._criteria), dtype=np.int64)
        self._count = np.zeros(len(self._criteria), dtype=np.int64)
        self._lacking = np.zeros((len(self.mentees), len(self._criteria)), dtype=bool)

    def survey(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the points of some mentees, each asked for once, with every mentor, up to :meth:`later`."""
        points, totals, counts = self._work_out(rows)
        self._total += totals.sum(axis=0)
        self._count += counts.sum(axis=0)
        self._lacking[rows] = counts == 0
        return points

    def later(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return what the points of each of some mentees lack, once all are surveyed."""
        means = [mean_of_all(*sums) for sums in zip(self._total.tolist(), self._count.tolist(), strict=True)]
        instead = [
            criterion.weight * mean if neutral_of(criterion) is None else 0
            for (criterion, _), mean in zip(self._criteria, means, strict=True)
        ]
        return self._lacking[rows] @ np.array(instead, dtype=np.int64)

    def points(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the points of some mentees with every mentor, ``REFUSED`` where a pair is; all are surveyed."""
        points, _, _ = self._work_out(rows)
        return np.where(points == REFUSED, REFUSED, points + self.later(rows)[:, None])

    def _work_out(self, rows: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        """Return points, and for each row and criterion the sum and the number of those that are known."""
        cells = Cells.of_rows(rows, len(self.mentors))
        admissible = self._assessed.admissible(cells)
        points = np.zeros(cells.shape, dtype=np.int64)
        sums = np.zeros((2, len(rows), len(self._criteria)), dtype=np.int64)
        for number, (criterion, points_by) in enumerate(self._criteria):
            known = points_by(cells)
            told = admissible & (known != UNKNOWN)
            sums[0, :, number] = total = np.where(told, known, 0).sum(axis=1)
            sums[1, :, number] = count = told.sum(axis=1)
            neutral = neutral_of(criterion)
            instead = np.where(count > 0, rounded_half_up(total, count), 0) if neutral is None else np.full(1, neutral)
            points += criterion.weight * np.where(known == UNKNOWN, instead[:, None], known)
        points[~admissible] = REFUSED
        return points, sums[0], sums[1]
