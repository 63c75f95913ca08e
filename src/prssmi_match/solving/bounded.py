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
from prssmi_match.solving.cpsat.driver import solve
from prssmi_match.solving.cpsat.linear import bounds_from, rows_from, settle
from prssmi_match.solving.cpsat.steps import Step
from prssmi_match.solving.relaxation import Relaxation

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from prssmi_match.solving.budget import Budget
    from prssmi_match.solving.cpsat import Formulation
    from prssmi_match.solving.cpsat.driver import Answer
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
        self._relaxation = Relaxation()
        self._lowest = self._relaxation.lower
        self._read = 0
        self._latest: tuple[Objective, Bound | None] | None = None

    @property
    def is_quick(self) -> bool:
        """Yes: most questions are answered by the relaxation."""
        return True

    def maximize(self, objective: Objective) -> Step:
        """Maximize an objective as far as the budget goes."""
        if self._value(objective) == self.formulation.ceiling(objective) or (bound := self._bound(objective)) is None:
            return super().maximize(objective)
        most = self._look(objective, bound, LARGEST)
        return Step(objective.value(self.incumbent), most)

    def hold(self, objective: Objective, least: int, most: int = LARGEST) -> None:
        """Keep an objective from falling below a value, or passing one, from now on."""
        if not self.budget.is_over:  # else it is not asked any more, and an interrupt may have left it half read
            self._grow()
            earned = self._earned(objective)
            if not self._relaxation.hold_at_end(earned, least, most):
                self._relaxation.hold(earned, least, most, self._bound(objective))
            self._read += 1  # the row that comes now: the relaxation has it already
            self._latest = None
        super().hold(objective, least, most)

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

    def _bound(self, objective: Objective) -> Bound | None:
        """Return the bound of the relaxation; None where there is none, or no time is left to find it."""
        if self._latest is None or self._latest[0] is not objective:
            if self.budget.is_over:
                return None
            earned = self._earned(objective)
            self._grow()
            bound = self._relaxation.maximize(earned, self.budget)
            self._latest = objective, bound
        return self._latest[1]

    def _grow(self) -> None:
        """Read what was added to the model."""
        model = self.formulation.model
        lower, upper = bounds_from(model, len(self._lowest))
        self._relaxation.grow(lower, upper, rows_from(model, self._read))
        self._lowest = np.concatenate([self._lowest, lower])
        self._read = len(model.proto.constraints)

    def _earned(self, objective: Objective) -> NDArray[np.int64]:
        """Return what a unit of each variable of the model earns."""
        earned = np.zeros(len(self.formulation.model.proto.variables), dtype=np.int64)
        earned[: len(objective.by_pair)] = objective.by_pair
        for extra in objective.extras:
            earned[extra.term.var.index] += extra.coefficient
        return earned

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
            answer = self._among(objective, is_open, bound, (value + 1, most))
            if answer.feasible:
                self._incumbent = self.formulation.assignment(answer)
            if answer.feasible is None or (answer.feasible and not answer.optimal):
                break
            is_all = bool((is_open == bound.free).all())
            found = self._value(objective)
            most = found if is_all else min(most, max(found, bound.beyond(distance)))
            size *= GROWTH
        return most

    def _dive(self, objective: Objective, bound: Bound) -> None:
        """Try what the relaxation gives with fewer of the other variables, such as which mentors are used."""
        others = np.array([auxiliary.var.index for auxiliary in self.formulation.variables.auxiliaries], dtype=np.int64)
        found = self._relaxation.dive(self._earned(objective), bound.solution, others, self.budget)
        if found is not None:
            self._try(objective, found)

    def _try(self, objective: Objective, solution: NDArray[np.float64]) -> None:
        """Take the solution of the relaxation where it is a matching, and a better one."""
        pairs = solution[: len(self.formulation.variables.pair)]
        whole = np.rint(pairs).astype(np.int64)
        if np.abs(pairs - whole).max(initial=0.0) > NEARLY:
            return
        found = Assignment(self.compatibility, np.flatnonzero(whole).tolist())
        others = [auxiliary.value(found) for auxiliary in self.formulation.variables.auxiliaries]
        if objective.value(found) > self._value(objective):
            values = np.zeros(len(solution), dtype=np.int64)
            values[: len(whole)] = whole
            values[[auxiliary.var.index for auxiliary in self.formulation.variables.auxiliaries]] = others
            if self._relaxation.keeps(values):
                self._incumbent = found

    def _among(self, objective: Objective, is_open: NDArray[np.bool_], bound: Bound, ends: tuple[int, int]) -> Answer:
        """Search with all variables where they are that are not open."""
        relaxation, model = self._relaxation, self.formulation.model.clone()
        at = np.where(bound.gain > 0, relaxation.upper, relaxation.lower)
        for those in (~is_open & (at == self._lowest), ~is_open & (at != self._lowest)):
            settle(model, np.flatnonzero(those).tolist(), int(at[those].sum()))  # all at their least, or at their most
        expression = self.formulation.expression(objective)
        model.maximize(expression)
        model.add_linear_constraint(expression, *ends)
        return solve(model, self.budget, known_bound=ends[1])
