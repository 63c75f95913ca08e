"""A search that is told by a linear relaxation how good a matching can be, and which pairs can matter.

The relaxation gives a bound, made exact in whole numbers, and often a matching that meets it. Else CP-SAT looks among
the few pairs whose change costs least, and further only as far as what it found falls short of the bound.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from prssmi_match.problem.values import LARGEST
from prssmi_match.solving.assignment import Assignment
from prssmi_match.solving.cpsat import Search
from prssmi_match.solving.cpsat.core import search_core
from prssmi_match.solving.cpsat.linear import bounds_from, rows_from
from prssmi_match.solving.cpsat.steps import Step
from prssmi_match.solving.relaxation import LinearRows, Relaxation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from prssmi_match.solving.budget import Budget
    from prssmi_match.solving.cpsat import Formulation
    from prssmi_match.solving.cpsat.core import Found
    from prssmi_match.solving.objective import Objective
    from prssmi_match.solving.relaxation import Bound

__all__ = ["BoundedSearch"]

CORE = 500
"""How many variables are looked at first."""
GROWTH = 4
"""How many times as many are looked at next."""
NEARLY = 1e-6
"""A number so near to a whole one is taken for it; all that the model asks is then checked in whole numbers."""


class BoundedSearch(Search):
    """A search by CP-SAT among the pairs that a linear relaxation leaves open; the answers are the same."""

    def __init__(self, formulation: Formulation, budget: Budget, incumbent: Assignment | None = None) -> None:
        super().__init__(formulation, budget, incumbent)
        self._relaxation, pairs = Relaxation(), np.zeros(len(formulation.variables.pair), dtype=np.int64)
        self._relaxation.grow(pairs, pairs + 1, LinearRows.of([]))
        self._read = 0
        self._latest: tuple[Objective, Bound | None] | None = None
        self._best: tuple[Objective, int] | None = None

    @property
    def is_quick(self) -> bool:
        """Yes: most questions are answered by the relaxation."""
        return True

    def maximize(self, objective: Objective) -> Step:
        """Maximize an objective as far as the budget goes."""
        if self._value(objective) == self.formulation.ceiling(objective) or (bound := self._bound(objective)) is None:
            return super().maximize(objective)
        most = self._look(objective, bound, LARGEST)
        if self._value(objective) == most:
            self._best = objective, most
        return Step(objective.value(self.incumbent), most)

    def hold(self, objective: Objective, least: int, most: int = LARGEST) -> None:
        """Keep an objective from falling below a value, or passing one, from now on."""
        # Once time is over it is not asked any more, and an interrupt may have left it half read.
        if self.budget.is_over or not self._hold(objective, least, most):
            super().hold(objective, least, most)
        self._read, self._latest = len(self.formulation.model.proto.constraints), None

    def _hold(self, objective: Objective, least: int, most: int) -> bool:
        """Hold it in the relaxation; return whether the model has it, too."""
        self._grow()
        earned = self.formulation.earned(objective)
        if self._relaxation.hold_at_end(earned, least, most):
            return False
        bound = self._bound(objective)
        if bound is None or most < LARGEST or not self._is_best(objective, least):
            self._relaxation.hold(earned, least, most, bound)
            return False
        self.formulation.keep(self._relaxation.hold_best(earned, bound, self.formulation.values(self.incumbent)))
        return True

    def settle(self, positions: Sequence[int], number: int) -> None:
        """Let so many of some pairs be chosen from now on."""
        super().settle(positions, number)
        if number in {0, len(positions)}:
            counted = np.zeros_like(self._relaxation.lower)
            counted[list(positions)] = 1
            self._relaxation.hold_at_end(counted, number, number)

    def reach(self, objective: Objective, least: int, guide: Objective | None = None) -> bool | None:
        """Whether a matching that keeps all that is held reaches a value; it becomes the incumbent."""
        if self._incumbent is not None and objective.value(self._incumbent) >= least:
            return True
        bound = self._bound(objective)
        if bound is None:
            return super().reach(objective, least, guide)
        if bound.value < least or self._look(objective, bound, least) < least:
            return False
        return True if self._value(objective) >= least else None

    def _is_best(self, objective: Objective, value: int) -> bool:
        """Whether a value is known to be the best of an objective, and the incumbent has it."""
        return (
            self._best is not None and self._best[0] is objective and self._best[1] == value == self._value(objective)
        )

    def _bound(self, objective: Objective) -> Bound | None:
        """Return the bound of the relaxation; None where there is none, or no time is left to find it."""
        if self._latest is None or self._latest[0] is not objective:
            if self.budget.is_over:
                return None
            earned = self.formulation.earned(objective)
            self._grow()
            bound = self._relaxation.maximize(earned, self.budget)
            self._latest = objective, bound
        return self._latest[1]

    def _grow(self) -> None:
        """Read what was added to the model."""
        model = self.formulation.model
        lower, upper = bounds_from(model, len(self._relaxation.lower))
        self._relaxation.grow(lower, upper, rows_from(model, self._read))
        self._read = len(model.proto.constraints)

    def _value(self, objective: Objective) -> int:
        return -LARGEST if self._incumbent is None else objective.value(self._incumbent)

    def _look(self, objective: Objective, bound: Bound, enough: int) -> int:
        """Look among ever more variables until enough is reached, or nothing better is left.

        Returns
        -------
        int
            What no matching exceeds.
        """
        self._try(objective, bound.solution)
        if self._value(objective) < bound.value:
            self._dive(objective, bound)
        if self._incumbent is None:
            with self.budget.quiet():  # any matching will do, whatever it is worth
                self._improve(None)
        most, size = min(bound.value, self.formulation.ceiling(objective)), CORE
        while (value := self._value(objective)) < min(most, enough) and not self.budget.is_over:
            self.budget.report(value, most)
            distance = min(bound.nearest(size), bound.distance(value + 1))
            is_open = bound.open(distance)
            found = self._among(objective, is_open, bound, (value + 1, most))
            if found.feasible:
                chosen = np.flatnonzero(found.values[: len(self.formulation.variables.pair)])
                self._incumbent = Assignment(self.compatibility, chosen.tolist())
            if found.feasible is None or (found.feasible and not found.optimal):
                break
            is_all = bool((is_open == bound.free).all())
            best = self._value(objective)
            most = best if is_all else min(most, max(best, bound.beyond(distance)))
            size *= GROWTH
        return most

    def _dive(self, objective: Objective, bound: Bound) -> None:
        """Try what the relaxation gives with fewer of the other variables, such as which mentors are used."""
        others = np.array([auxiliary.var.index for auxiliary in self.formulation.variables.auxiliaries], dtype=np.int64)
        found = self._relaxation.dive(self.formulation.earned(objective), bound.solution, others, self.budget)
        if found is not None:
            self._try(objective, found)

    def _try(self, objective: Objective, solution: NDArray[np.float64]) -> None:
        """Take the solution of the relaxation where it is a matching, and a better one."""
        pairs = solution[: len(self.formulation.variables.pair)]
        whole = np.rint(pairs).astype(np.int64)
        if np.abs(pairs - whole).max(initial=0.0) > NEARLY:
            return
        found = Assignment(self.compatibility, np.flatnonzero(whole).tolist())
        if objective.value(found) > self._value(objective) and self._relaxation.keeps(self.formulation.values(found)):
            self._incumbent = found

    def _among(self, objective: Objective, is_open: NDArray[np.bool_], bound: Bound, ends: tuple[int, int]) -> Found:
        """Search with all variables where they are best that are not open."""
        program = self._relaxation.whole(self.formulation.earned(objective))
        best = np.where(bound.gain > 0, program.upper, program.lower)
        return search_core(program.among(best, is_open), ends, self.budget)
