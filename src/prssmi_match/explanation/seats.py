"""Whose seat turned on what a tier gave up: found by solving again with nothing given up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.compatibility import assess
from prssmi_match.problem.policy import MaximizeTier
from prssmi_match.solution.seats import SeatsGivenUp
from prssmi_match.solution.status import Status
from prssmi_match.solving import solve

if TYPE_CHECKING:
    from prssmi_match.problem.policy import Tier
    from prssmi_match.solution.result import Result
    from prssmi_match.solving import Budget

__all__ = ["find_seats_given_up"]


def find_seats_given_up(result: Result, budget: Budget) -> SeatsGivenUp:
    """Compare the answer with the one in which no tier gives anything up.

    Where every tier keeps its best anyway, both are the same: nothing is solved.
    """
    below = tuple(tier.name for tier in result.tiers if tier.value < tier.best)
    if not below or result.status != Status.OPTIMAL:
        return SeatsGivenUp(tiers=below, known=not below)
    compatibility = assess(result.problem)
    strict = solve(compatibility, [_keeping(tier) for tier in result.problem.program.tiers], budget)
    if strict.status != Status.OPTIMAL or strict.assignment is None:
        return SeatsGivenUp(tiers=below, known=False)
    before = {compatibility.mentees[compatibility.pairs[position][0]].id for position in strict.assignment.chosen}
    now = {pair.mentee for pair in result.matching.pairs}
    return SeatsGivenUp(tiers=below, gained=tuple(sorted(now - before)), lost=tuple(sorted(before - now)))


def _keeping(tier: Tier) -> Tier:
    return tier.model_copy(update={"give_up": None}) if isinstance(tier, MaximizeTier) else tier
