"""A search in steps: each maximizes one objective, and what is held stays held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.problem.values import LARGEST
from prssmi_match.solving.cpsat.driver import solve
from prssmi_match.solving.objective import Objective

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prssmi_match.compatibility import Compatibility
    from prssmi_match.problem.criteria import Criterion
    from prssmi_match.solving.assignment import Assignment
    from prssmi_match.solving.budget import Budget
    from prssmi_match.solving.cpsat.driver import Answer
    from prssmi_match.solving.cpsat.formulation import Formulation

__all__ = ["InfeasibleError", "NothingFoundError", "Search", "Step"]


class InfeasibleError(Exception):
    """No matching keeps all rules; never leaves the room."""


class NothingFoundError(Exception):
    """Time ran out before a first matching; never leaves the room."""


@dataclass(frozen=True, slots=True)
class Step:
    """The value that a step reached, and what no matching exceeds."""

    value: int
    bound: int

    @property
    def proved(self) -> bool:
        """Whether they meet."""
        return self.value == self.bound


class Search:
    """A formulation with the best matching so far.

    Parameters
    ----------
    formulation : Formulation
        The rules; held values are added to it.
    budget : Budget
        Time, workers and listener.
    incumbent : Assignment or None
        A matching that keeps all rules and all that is held, where one is known.
    """

    def __init__(self, formulation: Formulation, budget: Budget, incumbent: Assignment | None = None) -> None:
        self.formulation = formulation
        self.budget = budget
        self._incumbent = incumbent

    def branch(self) -> Search:
        """Return a search of its own from here: what is held in it is not held in this one."""
        return Search(self.formulation.branch(), self.budget, self._incumbent)

    def forget(self) -> None:
        """Let go of the incumbent, which need not keep what is held next."""
        self._incumbent = None

    @property
    def compatibility(self) -> Compatibility:
        """The pairs that are searched."""
        return self.formulation.compatibility

    @property
    def incumbent(self) -> Assignment:
        """The best matching so far; the first is searched for when it is first asked for.

        Raises
        ------
        InfeasibleError
            If no matching keeps all rules.
        NothingFoundError
            If time ran out before a first one.
        """
        if self._incumbent is None:
            self._improve(Objective([0] * len(self.compatibility.pairs)))
        assert self._incumbent is not None  # noqa: S101 - a search without one has raised
        return self._incumbent

    @property
    def is_network(self) -> bool:
        """No: every question is a search."""
        return False

    def objective(self, criteria: Iterable[Criterion]) -> Objective:
        """Return the weighted sum of criteria."""
        return self.formulation.objective(criteria)

    def maximize(self, objective: Objective) -> Step:
        """Maximize an objective as far as the budget goes; not solved where the incumbent meets the ceiling.

        Raises
        ------
        InfeasibleError, NothingFoundError
            As for ``incumbent``.
        """
        ceiling = self.formulation.ceiling(objective)
        if self._incumbent is None or objective.value(self._incumbent) < ceiling:
            ceiling = min(ceiling, self._improve(objective, ceiling))
        return Step(objective.value(self.incumbent), ceiling)

    def hold(self, objective: Objective, least: int, most: int = LARGEST) -> None:
        """Keep an objective from falling below a value, or passing one, from now on."""
        self.formulation.hold(objective, least, most)

    def reach(self, objective: Objective, least: int, guide: Objective | None = None) -> bool | None:
        """Whether a matching that keeps all that is held reaches a value; it becomes the incumbent.

        Parameters
        ----------
        guide : Objective or None
            What to maximize on the way; its relaxation can show early that there is no such matching.

        Returns
        -------
        bool or None
            None where time ran out first.
        """
        if objective.value(self.incumbent) >= least:
            return True
        if self.formulation.ceiling(objective) < least:
            return False
        if self.budget.is_over:
            return None
        model = self.formulation.model.clone()
        model.clear_objective()  # type: ignore[no-untyped-call]
        model.clear_hints()  # type: ignore[no-untyped-call]
        if guide is not None:
            model.maximize(self.formulation.expression(guide))
        model.add_linear_constraint(self.formulation.expression(objective), least, LARGEST)
        answer = solve(model, self.budget)
        if answer.feasible:
            self._incumbent = self.formulation.assignment(answer)
        return answer.feasible

    def _improve(self, objective: Objective, ceiling: int = 0) -> int:
        """Solve for an objective, keep what is better, and return the bound."""
        if self.budget.is_over:
            if self._incumbent is None:
                raise NothingFoundError
            return ceiling
        formulation = self.formulation
        formulation.model.maximize(formulation.expression(objective))
        if self._incumbent is not None:
            formulation.hint(self._incumbent)
        answer = solve(formulation.model, self.budget)
        self._adopt(answer, objective)
        return ceiling if answer.bound is None else answer.bound

    def _adopt(self, answer: Answer, objective: Objective) -> None:
        """Keep the found matching where it is better."""
        if answer.feasible:
            found = self.formulation.assignment(answer)
            if self._incumbent is None or objective.value(found) > objective.value(self._incumbent):
                self._incumbent = found
        elif self._incumbent is None:
            raise NothingFoundError if answer.feasible is None else InfeasibleError
        elif answer.feasible is False:
            message = "the incumbent breaks what is held"
            raise RuntimeError(message)
