"""The model of a problem: a table of contents."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

import numpy as np
from ortools.sat.python import cp_model

from prssmi_match.compatibility import assess
from prssmi_match.problem.facts import Fact
from prssmi_match.problem.rules import Opening, Selection
from prssmi_match.problem.values import LARGEST
from prssmi_match.solving.assignment import Assignment
from prssmi_match.solving.cpsat.constraints import encode
from prssmi_match.solving.cpsat.constraints.facts import mentor_rows, post_one_mentor, refusal_rows
from prssmi_match.solving.cpsat.guarded import GuardedModel
from prssmi_match.solving.cpsat.linear import bounds_from, post_rows, rows_from
from prssmi_match.solving.cpsat.objectives import by_criterion, weighted_sum
from prssmi_match.solving.cpsat.variables import Variables
from prssmi_match.solving.relaxation import Program

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from prssmi_match.compatibility import Compatibility
    from prssmi_match.problem.criteria import Criterion
    from prssmi_match.problem.document import Problem
    from prssmi_match.solving.cpsat.driver import Answer
    from prssmi_match.solving.cpsat.rows import Row
    from prssmi_match.solving.objective import Objective
    from prssmi_match.solving.relaxation import LinearRow

__all__ = ["Formulation", "GuardedFormulation"]


class Formulation:
    """All rules in force, on the admissible pairs.

    Attributes
    ----------
    compatibility : Compatibility
        The pairs.
    seats : int
        No matching has more mentees than this.
    """

    def __init__(self, compatibility: Compatibility) -> None:
        self.compatibility = compatibility
        self.model = cp_model.CpModel()
        self.variables = Variables(self.model, compatibility)
        post_one_mentor(self.variables)
        for _, row in _rows(self.variables):
            row.post(self.model)
        self.seats = _seats(compatibility)
        self._criteria: dict[Criterion, Objective] = {}

    def objective(self, criteria: Iterable[Criterion]) -> Objective:
        """Return the weighted sum of criteria; what each needs beside the pairs is added to the model once."""
        return weighted_sum(len(self.variables.pair), [(one.weight, self._part(one)) for one in criteria])

    def _part(self, criterion: Criterion) -> Objective:
        unweighted = criterion.model_copy(update={"weight": 1})
        if unweighted not in self._criteria:
            self._criteria[unweighted] = by_criterion(unweighted, self.variables)
        return self._criteria[unweighted]

    def branch(self) -> Formulation:
        """Return a copy that holds, and knows, more without this one doing so."""
        branch = copy(self)
        branch.model = self.model.clone()
        branch.variables = self.variables.on(branch.model)
        branch._criteria = dict(self._criteria)  # noqa: SLF001 - one of its kind
        return branch

    def value(self, objective: Objective, assignment: Assignment) -> int:
        """Return the value of a matching."""
        return objective.value(assignment)

    def ceiling(self, objective: Objective) -> int:
        """Return a value that no matching exceeds."""
        return objective.ceiling(self.compatibility, self.seats)

    def hold(self, objective: Objective, least: int, most: int = LARGEST) -> None:
        """Keep an objective from falling below a value, or passing one, from now on."""
        self.model.add_linear_constraint(self.expression(objective), least, most)

    def hold_best(self, objective: Objective, assignment: Assignment) -> None:
        """Keep an objective at its best, which an assignment has, from now on: each part by itself."""
        program = Program(*bounds_from(self.model, 0), rows_from(self.model, 0), self.earned(objective))
        self.keep(program.at_best(self.values(assignment)))

    def keep(self, rows: Iterable[LinearRow]) -> None:
        """Keep rows over the variables of the model, by their positions, from now on."""
        post_rows(self.model, self.model.get_int_var_from_proto_index, rows)

    def earned(self, objective: Objective) -> NDArray[np.int64]:
        """Return what a unit of each variable of the model adds to an objective."""
        earned = np.zeros(len(self.model.proto.variables), dtype=np.int64)
        earned[: len(objective.by_pair)] = objective.by_pair
        for extra in objective.extras:
            earned[extra.term.var.index] += extra.coefficient
        return earned

    def values(self, assignment: Assignment) -> NDArray[np.int64]:
        """Return the value of each variable of the model."""
        values = np.zeros(len(self.model.proto.variables), dtype=np.int64)
        values[list(assignment.chosen)] = 1
        for auxiliary in self.variables.auxiliaries:
            values[auxiliary.var.index] = auxiliary.value(assignment)
        return values

    def expression(self, objective: Objective) -> cp_model.LinearExpr:
        """Return an objective over the variables of the model."""
        terms = [(var, value) for var, value in zip(self.variables.pair, objective.listed, strict=True) if value]
        terms += [(extra.term.var, extra.coefficient) for extra in objective.extras]
        return cp_model.LinearExpr.weighted_sum([var for var, _ in terms], [value for _, value in terms])

    def hint(self, assignment: Assignment) -> None:
        """Start the next search from an assignment; every variable gets its value."""
        self.model.clear_hints()  # type: ignore[no-untyped-call]
        pairs, auxiliaries, hint = self.variables.pair, self.variables.auxiliaries, self.model.proto.solution_hint
        # All at once: one call a variable takes longer than the solver does at cohort size.
        hint.vars.extend([*(var.index for var in pairs), *(auxiliary.var.index for auxiliary in auxiliaries)])
        hint.values.extend([int(position in assignment.chosen_set) for position in range(len(pairs))])
        hint.values.extend([auxiliary.value(assignment) for auxiliary in auxiliaries])

    def assignment(self, answer: Answer) -> Assignment:
        """Read the chosen pairs of an answer."""
        return Assignment(self.compatibility, answer.chosen(self.variables.pair))


class GuardedFormulation(GuardedModel[Fact]):
    """Every rule and fact behind a guard, on the full grid of pairs, so that each can be blamed."""

    def __init__(self, problem: Problem) -> None:
        model = cp_model.CpModel()
        self._variables = Variables(model, assess(problem, full_grid=True), guarded=True)
        post_one_mentor(self._variables)
        for fact, row in _rows(self._variables):
            guard = self._variables.guard(fact)
            assert guard is not None  # noqa: S101 - a guarded model has them all
            row.post(model).only_enforce_if(guard)
        guards = self._variables.guards or {}
        super().__init__(model, guards, sorted(guards))

    def leave_out(self, mentee: str, mentor: str) -> None:
        """Ask for matchings without a pair; it stays as possible as it was, and can still block."""
        for position in self._variables.compatibility.positions_of(mentee, mentor):
            self._variables.define(self._variables.total([position]), 0, 0)


def _rows(variables: Variables) -> Iterator[tuple[Fact, Row]]:
    """Give every row with the rule or fact that it stands for."""
    yield from mentor_rows(variables)
    if variables.compatibility.full_grid:
        yield from refusal_rows(variables)
    for named in variables.compatibility.problem.program.rules:
        yield from ((Fact("rule", (named.id,)), row) for row in encode(named.rule, variables))


def _seats(compatibility: Compatibility) -> int:
    """Return the most mentees that capacities, and the maximums of selection and opening, leave room for."""
    reach = [
        min(compatibility.problem.capacity(mentor.site), len(compatibility.pairs_of_mentor[mentor.index]))
        for mentor in compatibility.mentors
    ]
    mentees = sum(1 for positions in compatibility.pairs_of_mentee if positions)
    seats = min([mentees, *_maximums(compatibility, Selection)])
    opened = min([len(reach), *_maximums(compatibility, Opening)])
    return min(seats, sum(sorted(reach, reverse=True)[:opened]))


def _maximums(compatibility: Compatibility, kind: type[Selection | Opening]) -> list[int]:
    rules = (named.rule for named in compatibility.problem.program.rules)
    return [rule.max for rule in rules if isinstance(rule, kind) and rule.max is not None]
