"""Minus the spread of the used mentors' shares of capacity in use, in thousandths."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from prssmi_match.problem.values import round_half_up
from prssmi_match.solving.objective import Extra, Objective

if TYPE_CHECKING:
    from prssmi_match.solving.assignment import Assignment
    from prssmi_match.solving.cpsat.variables import Value, Variables

__all__ = ["balance"]

WHOLE = 1000


def balance(variables: Variables) -> Objective:
    """Bracket the shares of the used mentors from both sides, and take the width of the bracket."""
    compatibility = variables.compatibility
    shares = [_shares(mentor, variables) for mentor in range(len(compatibility.mentors))]

    def of_used(assignment: Assignment) -> list[int]:
        return [shares[mentor][load] for mentor, load in enumerate(assignment.loads) if load]

    highest = variables.integer(0, WHOLE, lambda assignment: max(of_used(assignment), default=0))
    lowest = variables.integer(0, WHOLE, lambda assignment: min(of_used(assignment), default=0))
    variables.define(highest.var - lowest.var, 0, WHOLE)
    for mentor, of_load in enumerate(shares):
        if len(of_load) > 1:
            share = _share(mentor, of_load, variables)
            used = variables.used(mentor).var
            variables.define(highest.var - share, 0, WHOLE)
            variables.define(share - lowest.var + WHOLE * (1 - used), 0, 2 * WHOLE)
    return Objective([0] * len(variables.pair), (Extra(highest, -1), Extra(lowest, 1)))


def _shares(mentor: int, variables: Variables) -> list[int]:
    """Return the share of capacity in use for each load that a mentor can have."""
    compatibility = variables.compatibility
    capacity = compatibility.problem.capacity(compatibility.mentors[mentor].site)
    most = min(capacity, len(compatibility.pairs_of_mentor[mentor]))
    return [0, *(round_half_up(Fraction(WHOLE * load, capacity)) for load in range(1, most + 1))]


def _share(mentor: int, of_load: list[int], variables: Variables) -> cp_model.LinearExpr:
    """Return a mentor's share: one step a load, so that rounding is exact."""
    steps = [variables.binary(_loaded(mentor, load)).var for load in range(1, len(of_load))]
    for lower, upper in pairwise(steps):
        variables.model.add_implication(upper, lower)
    variables.define(variables.load(mentor) - cp_model.LinearExpr.sum(steps), 0, 0)
    return cp_model.LinearExpr.weighted_sum(steps, [after - before for before, after in pairwise(of_load)])


def _loaded(mentor: int, load: int) -> Value:
    return lambda assignment: assignment.loads[mentor] >= load
