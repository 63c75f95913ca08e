"""The variables of a model: one for each pair, and others only where a rule or criterion asks for them."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from prssmi_match.problem.values import LARGEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prssmi_match.compatibility import Compatibility
    from prssmi_match.problem.facts import Fact
    from prssmi_match.solving.assignment import Assignment

__all__ = ["Auxiliary", "Value", "Variables", "any_chosen", "number_chosen"]

Value = Callable[["Assignment"], int]


@dataclass(frozen=True, slots=True)
class Auxiliary:
    """A variable beside the pairs, with its value under any assignment, so that hints are always full."""

    var: cp_model.IntVar
    of: Value

    def value(self, assignment: Assignment) -> int:
        """Return the value under an assignment."""
        return int(self.of(assignment))


class Variables:
    """The container of all variables.

    Attributes
    ----------
    model : CpModel
        The model that they belong to.
    compatibility : Compatibility
        The pairs that they stand for.
    pair : list of IntVar
        Whether each pair is chosen, by its position.
    auxiliaries : list of Auxiliary
        All others, but for guards.
    guards : dict of Fact to IntVar, or None
        In a guarded model, whether each ground is in force; None in a strict one, where all are.
    """

    def __init__(self, model: cp_model.CpModel, compatibility: Compatibility, *, guarded: bool = False) -> None:
        self.model = model
        self.compatibility = compatibility
        self.guards: dict[Fact, cp_model.IntVar] | None = {} if guarded else None
        self.pair = [model.new_bool_var("") for _ in compatibility.pairs]
        self.auxiliaries: list[Auxiliary] = []
        self._used: dict[int, Auxiliary] = {}

    def on(self, model: cp_model.CpModel) -> Variables:
        """Return the same variables for a copy of the model, where others can be added beside them."""
        other = copy(self)
        other.model, other.auxiliaries = model, list(self.auxiliaries)
        other._used = dict(self._used)  # noqa: SLF001 - one of its kind
        return other

    def binary(self, of: Value) -> Auxiliary:
        """Add a 0-1 variable."""
        return self.integer(0, 1, of)

    def integer(self, low: int, high: int, of: Value) -> Auxiliary:
        """Add a whole-number variable."""
        auxiliary = Auxiliary(self.model.new_int_var(low, high, ""), of)
        self.auxiliaries.append(auxiliary)
        return auxiliary

    def define(self, expression: cp_model.LinearExpr, low: int, high: int) -> None:
        """Post what makes an auxiliary what it is; never relaxed."""
        self.model.add_linear_constraint(expression, low, high)

    def guard(self, fact: Fact) -> cp_model.IntVar | None:
        """Return whether a ground is in force, or None where every ground is."""
        if self.guards is None:
            return None
        if fact not in self.guards:
            self.guards[fact] = self.model.new_bool_var("")
        return self.guards[fact]

    @property
    def is_strict(self) -> bool:
        """Whether every ground is in force, as it is stated."""
        return self.guards is None

    def reaching(self, number: cp_model.LinearExpr, limit: int, most: int, fact: Fact, of: Value) -> Auxiliary:
        """Add a 0-1 variable that can be 1 only where a number (at most ``most``) reaches the limit of a ground."""
        reached = self.binary(of)
        self.define(number - limit * reached.var, 0, most)
        guard = self.guard(fact)
        if guard is not None:
            self.model.add_implication(reached.var, guard)
        return reached

    def still_refused(self, position: int) -> Sequence[cp_model.LinearExpr]:
        """Return, for each ground that refuses a pair, what is 1 where it still does; empty for an admissible pair."""
        if self.guards is None:
            return []
        mentee, mentor = self.compatibility.pairs[position]
        refusals = self.compatibility.refusals(self.compatibility.mentees[mentee], self.compatibility.mentors[mentor])
        return [guard for fact in sorted({r.fact for r in refusals}) if (guard := self.guard(fact)) is not None]

    def total(self, positions: Iterable[int], coefficients: Sequence[int] | None = None) -> cp_model.LinearExpr:
        """Return the number of chosen pairs among positions, or their sum of coefficients, one a position."""
        chosen = [self.pair[position] for position in positions]
        return cp_model.LinearExpr.weighted_sum(chosen, coefficients or [1] * len(chosen))

    def matched(self, mentee: int) -> cp_model.LinearExpr:
        """Return 1 where a mentee is matched, else 0."""
        return self.total(self.compatibility.pairs_of_mentee[mentee])

    def load(self, mentor: int) -> cp_model.LinearExpr:
        """Return a mentor's number of mentees."""
        return self.total(self.compatibility.pairs_of_mentor[mentor])

    def used(self, mentor: int) -> Auxiliary:
        """Return whether a mentor has a mentee; added to the model when it is first asked for."""
        if mentor not in self._used:
            used = self.binary(lambda assignment: assignment.loads[mentor] > 0)
            chosen = [self.pair[position] for position in self.compatibility.pairs_of_mentor[mentor]]
            self.model.add_bool_and([pair.negated() for pair in chosen]).only_enforce_if(used.var.negated())
            self.model.add_bool_or([*chosen, used.var.negated()])
            if self.is_strict:
                # Implied, but not in the relaxation: without it, opening stays unproved from 200 x 40 on.
                self.define(self.load(mentor) - self._room(mentor) * used.var, -LARGEST, 0)
            self._used[mentor] = used
        return self._used[mentor]

    def _room(self, mentor: int) -> int:
        capacity = self.compatibility.problem.capacity(self.compatibility.mentors[mentor].site)
        return min(capacity, len(self.compatibility.pairs_of_mentor[mentor]))

    def number_used(self) -> cp_model.LinearExpr:
        """Return the number of used mentors."""
        return cp_model.LinearExpr.sum([used.var for used in self.all_used()])

    def all_used(self) -> list[Auxiliary]:
        """Return the use of every mentor that has a pair."""
        mentors = self.compatibility.pairs_of_mentor
        return [self.used(mentor) for mentor, positions in enumerate(mentors) if positions]


def number_chosen(positions: Iterable[int]) -> Value:
    """Return the value that counts the chosen pairs among positions."""
    counted = frozenset(positions)
    return lambda assignment: len(counted & assignment.chosen_set)


def any_chosen(positions: Iterable[int]) -> Value:
    """Return the value that tells whether any of the positions is chosen."""
    counted = frozenset(positions)
    return lambda assignment: not counted.isdisjoint(assignment.chosen_set)
