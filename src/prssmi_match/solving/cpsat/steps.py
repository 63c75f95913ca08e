"""A search in steps: each maximizes one objective, and what is held stays held.

It knows neither what is searched for nor what an objective looks like: any formulation that tells will do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, Self, TypeVar

from prssmi_match.problem.values import LARGEST
from prssmi_match.solving.cpsat.driver import solve

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from prssmi_match.solving.budget import Budget
    from prssmi_match.solving.cpsat.driver import Answer

__all__ = ["InfeasibleError", "NothingFoundError", "Searchable", "Step", "Steps"]

A = TypeVar("A")
"""What is searched for, such as a matching."""
O = TypeVar("O")  # noqa: E741 - the objective
"""What is maximized."""
O_contra = TypeVar("O_contra", contravariant=True)


class InfeasibleError(Exception):
    """Nothing keeps all rules; never leaves the room."""


class NothingFoundError(Exception):
    """Time ran out before a first assignment; never leaves the room."""


@dataclass(frozen=True, slots=True)
class Step:
    """The value that a step reached, and what nothing exceeds."""

    value: int
    bound: int

    @property
    def proved(self) -> bool:
        """Whether they meet."""
        return self.value == self.bound


class Searchable(Protocol[A, O_contra]):
    """A formulation that can be searched."""

    model: cp_model.CpModel

    def branch(self) -> Self:
        """Return a copy that holds more without this one holding it."""

    def value(self, objective: O_contra, assignment: A) -> int:
        """Return the value of an assignment."""

    def ceiling(self, objective: O_contra) -> int:
        """Return a value that no assignment exceeds."""

    def hold(self, objective: O_contra, least: int, most: int = LARGEST) -> None:
        """Keep an objective from falling below a value, or passing one, from now on."""

    def expression(self, objective: O_contra) -> cp_model.LinearExpr:
        """Return an objective over the variables of the model."""

    def hint(self, assignment: A) -> None:
        """Start the next search from an assignment."""

    def assignment(self, answer: Answer) -> A:
        """Read the assignment of an answer."""


class Steps(Generic[A, O]):
    """A formulation with the best assignment so far.

    Parameters
    ----------
    formulation : Searchable
        The rules; held values are added to it.
    budget : Budget
        Time, workers and listener.
    incumbent : A or None
        An assignment that keeps all rules and all that is held, where one is known.
    """

    def __init__(self, formulation: Searchable[A, O], budget: Budget, incumbent: A | None = None) -> None:
        self.formulation = formulation
        self.budget = budget
        self._incumbent = incumbent

    def branch(self) -> Self:
        """Return a search of its own from here: what is held in it is not held in this one."""
        return type(self)(self.formulation.branch(), self.budget, self._incumbent)

    def forget(self) -> None:
        """Let go of the incumbent, which need not keep what is held next."""
        self._incumbent = None

    def take(self, assignment: A) -> None:
        """Go on from an assignment that keeps all rules and all that is held."""
        self._incumbent = assignment

    @property
    def incumbent(self) -> A:
        """The best assignment so far; the first is searched for when it is first asked for.

        Raises
        ------
        InfeasibleError
            If nothing keeps all rules.
        NothingFoundError
            If time ran out before a first one.
        """
        if self._incumbent is None:
            self._improve(None)
        assert self._incumbent is not None  # noqa: S101 - a search without one has raised
        return self._incumbent

    def maximize(self, objective: O) -> Step:
        """Maximize an objective as far as the budget goes; not solved where the incumbent meets the ceiling.

        Raises
        ------
        InfeasibleError, NothingFoundError
            As for ``incumbent``.
        """
        ceiling = self.formulation.ceiling(objective)
        if self._incumbent is None or self.formulation.value(objective, self._incumbent) < ceiling:
            ceiling = min(ceiling, self._improve(objective, ceiling))
        return Step(self.formulation.value(objective, self.incumbent), ceiling)

    def hold(self, objective: O, least: int, most: int = LARGEST) -> None:
        """Keep an objective from falling below a value, or passing one, from now on."""
        self.formulation.hold(objective, least, most)

    def reach(self, objective: O, least: int, guide: O | None = None) -> bool | None:
        """Whether an assignment that keeps all that is held reaches a value; it becomes the incumbent.

        Parameters
        ----------
        guide : O or None
            What to maximize on the way; its relaxation can show early that there is none.

        Returns
        -------
        bool or None
            None where time ran out first.
        """
        if self._incumbent is not None and self.formulation.value(objective, self._incumbent) >= least:
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
        answer = solve(model, self.budget, told=False)
        if answer.feasible:
            self._incumbent = self.formulation.assignment(answer)
        return answer.feasible

    def _improve(self, objective: O | None, ceiling: int = 0) -> int:
        """Solve for an objective, keep what is better, and return the bound."""
        if self.budget.is_over:
            if self._incumbent is None:
                raise NothingFoundError
            return ceiling
        formulation = self.formulation
        formulation.model.maximize(0 if objective is None else formulation.expression(objective))
        if self._incumbent is not None:
            formulation.hint(self._incumbent)
        answer = solve(formulation.model, self.budget)
        self._adopt(answer, objective)
        return ceiling if answer.bound is None else answer.bound

    def _adopt(self, answer: Answer, objective: O | None) -> None:
        """Keep the found assignment where it is better."""
        if answer.feasible:
            found = self.formulation.assignment(answer)
            if self._incumbent is None or objective is None or self._is_better(found, self._incumbent, objective):
                self._incumbent = found
        elif self._incumbent is None:
            raise NothingFoundError if answer.feasible is None else InfeasibleError
        elif answer.feasible is False:
            message = "the incumbent breaks what is held"
            raise RuntimeError(message)

    def _is_better(self, found: A, than: A, objective: O) -> bool:
        return self.formulation.value(objective, found) > self.formulation.value(objective, than)
