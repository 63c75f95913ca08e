"""A relaxation that grows with its model, and shrinks with what is held.

Rows of two variables, such as "chosen only where used", are many, and few of them bind: each comes in where the
solution breaks it. What was held at its bound needs no row of its own: each variable with something to lose stays where
it is, and each row with a price stays full (complementary slackness).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from prssmi_match.problem.values import LARGEST
from prssmi_match.solving.ends import at_end
from prssmi_match.solving.relaxation.bound import prove
from prssmi_match.solving.relaxation.program import Program
from prssmi_match.solving.relaxation.rows import LinearRows, exact_product
from prssmi_match.solving.relaxation.simplex import Simplex

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from prssmi_match.solving.budget import Budget
    from prssmi_match.solving.relaxation.bound import Bound
    from prssmi_match.solving.relaxation.rows import LinearRow
    from prssmi_match.solving.relaxation.simplex import Optimum

__all__ = ["Relaxation"]

TOLERANCE = 1e-6
SLACK = 1e-3
"""What a held row may be missed by in floating point, so that it never cuts off what it holds; no bound uses it."""
PAIRWISE = 2


class Relaxation:
    """Rows and bounds of whole variables, read as if they could be split.

    Attributes
    ----------
    lower, upper : array of int64, one a variable
        The bounds that are left.
    """

    def __init__(self) -> None:
        self.lower: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        self.upper: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        self._simplex = Simplex()
        self._rows = LinearRows.of([])
        self._slack: NDArray[np.float64] = np.zeros(0)
        self._waiting = LinearRows.of([])

    def grow(self, lower: NDArray[np.int64], upper: NDArray[np.int64], rows: LinearRows) -> None:
        """Add variables, by their bounds, and rows."""
        self.lower = np.concatenate([self.lower, lower])
        self.upper = np.concatenate([self.upper, upper])
        waits = rows.sizes == PAIRWISE
        self._waiting = self._waiting.joined(rows.only(np.flatnonzero(waits)))
        self._post(rows.only(np.flatnonzero(~waits)))

    def maximize(self, earned: NDArray[np.int64], budget: Budget) -> Bound | None:
        """Return a bound on a sum over the variables; None where the solver gives none.

        Parameters
        ----------
        earned : array of int64, one a variable
            What a unit of each earns.
        budget : Budget
            How much time is left.
        """
        self._simplex.let_go(self.lower == self.upper)
        while optimum := self._best(earned, self.lower, self.upper, budget):
            broken = self._waiting.broken(optimum.solution, TOLERANCE)
            if not broken.size:
                return prove(Program(self.lower, self.upper, self._rows, earned), optimum)
            self._post(self._waiting.only(broken))
            kept = np.ones(len(self._waiting), dtype=np.bool_)
            kept[broken] = False
            self._waiting = self._waiting.only(np.flatnonzero(kept))
        return None

    def dive(
        self, earned: NDArray[np.int64], solution: NDArray[np.float64], among: NDArray[np.int64], budget: Budget
    ) -> NDArray[np.float64] | None:
        """Return a good solution in which some variables are nearer to whole numbers; None where there is none.

        Where at most so many of them may be taken, those that a solution takes most are taken, and no others.

        Parameters
        ----------
        among : array of int64
            Those variables.
        """
        lower, upper = self.lower.copy(), self.upper.copy()
        for row in self._at_most_so_many(among):
            terms = self._rows.index[self._rows.first[row] : self._rows.first[row + 1]]
            most_first = terms[np.argsort(-solution[terms], kind="stable")]
            taken, others = np.split(most_first, [self._rows.high[row]])
            upper[others] = self.lower[others]
            lower[taken[solution[taken] > TOLERANCE]] = 1
        optimum = self._best(earned, np.minimum(lower, upper), upper, budget)
        return None if optimum is None else optimum.solution

    def _best(
        self, earned: NDArray[np.int64], lower: NDArray[np.int64], upper: NDArray[np.int64], budget: Budget
    ) -> Optimum | None:
        return self._simplex.maximize(Program(lower, upper, self._rows, earned), self._slack, budget)

    def _at_most_so_many(self, among: NDArray[np.int64]) -> list[int]:
        """Return the rows that count only such variables, each once, and have a limit."""
        rows, counted = self._rows, np.zeros(len(self.lower), dtype=np.int64)
        counted[among] = 1
        once = replace(rows, coefficient=(rows.coefficient == 1).astype(np.int64)).activity(counted) == rows.sizes
        return np.flatnonzero(once & (rows.high >= 0) & (rows.high < rows.sizes)).tolist()

    def whole(self, earned: NDArray[np.int64]) -> Program:
        """Return all that is asked, with a sum to be maximized."""
        return Program(self.lower, self.upper, self._rows.joined(self._waiting), earned)

    def hold(self, earned: NDArray[np.int64], least: int, most: int, bound: Bound | None) -> None:
        """Keep a sum from falling below a value, or passing one, from now on.

        Parameters
        ----------
        bound : Bound or None
            The bound on the sum, where it was worked out.
        """
        if bound is not None:
            self._settle(bound, least)
        if bound is None or bound.distance(least) != 0 or most < least:
            terms = np.flatnonzero(earned)
            self._post(LinearRows.of([(terms.tolist(), earned[terms].tolist(), least, most)]), SLACK)

    def hold_best(self, earned: NDArray[np.int64], bound: Bound, values: NDArray[np.int64]) -> list[LinearRow]:
        """Keep a sum at its best from now on, which values have; return the rows that say so, part by part.

        Parameters
        ----------
        bound : Bound
            The bound on the sum.
        """
        best = exact_product(earned, values)
        self._settle(bound, best)
        rows = self.whole(earned).at_best(values)
        if bound.distance(best) > 0:
            self._post(LinearRows.of(rows), SLACK)
        return rows

    def hold_at_end(self, earned: NDArray[np.int64], least: int, most: int) -> bool:
        """Where a sum is held at the end of its range, keep each variable at its own; return whether it is."""
        ends = at_end(earned, (self.lower, self.upper), least, most)
        if ends is not None:
            self.lower, self.upper = ends
        return ends is not None

    def keeps(self, values: NDArray[np.int64]) -> bool:
        """Whether values keep all bounds and rows."""
        if (values < self.lower).any() or (values > self.upper).any():
            return False
        return not (self._rows.broken(values).size or self._waiting.broken(values).size)

    def _settle(self, bound: Bound, least: int) -> None:
        """Leave each variable where it is that has more to lose than what is left of a bound."""
        distance = bound.distance(least)
        stays = ~bound.open(distance)
        self.upper = np.where(stays & (bound.gain < 0), self.lower, self.upper)
        self.lower = np.where(stays & (bound.gain > 0), self.upper, self.lower)
        if distance == 0:
            high, low = np.flatnonzero(bound.price > 0), np.flatnonzero(bound.price < 0)
            self._rows.low[high], self._rows.high[low] = self._rows.high[high], self._rows.low[low]
            self._slack[high] = self._slack[low] = 0.0

    def _post(self, rows: LinearRows, slack: float = 0.0) -> None:
        rows = rows.only(np.flatnonzero((rows.low > -LARGEST) | (rows.high < LARGEST)))
        self._rows = self._rows.joined(rows)
        self._slack = np.concatenate([self._slack, np.full(len(rows), slack)])
