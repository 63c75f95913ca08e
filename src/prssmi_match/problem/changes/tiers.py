"""A document that states other tiers, and a tier that weighs other criteria."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.policy import LeximinTier, MaxMinTier, Policy
from prssmi_match.problem.program import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.problem.criteria import Criterion
    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.policy import Tier

__all__ = ["with_criteria", "with_tiers"]


def with_tiers(problem: Problem, tiers: Sequence[Tier]) -> Problem:
    """Return the document with these tiers as its policy; the rules stay what they are.

    A policy cannot stand beside strengths, so what these demand is stated as rules.
    """
    own = {named.id for named in number(problem.rules)}
    musts = [
        named.rule.model_copy(update={"id": named.id})
        for named in problem.program.rules
        if not named.from_preset and named.id not in own
    ]
    update = {"policy": Policy(tiers=tuple(tiers)), "strengths": None, "rules": (*problem.rules, *musts)}
    return problem.model_copy(update=update)


def with_criteria(tier: Tier, criteria: tuple[Criterion, ...]) -> Tier:
    """Return a tier that weighs criteria with these in their place; the kind of the tier stays."""
    match tier:
        case LeximinTier():
            return tier.model_copy(update={"leximin": tier.leximin.model_copy(update={"maximize": criteria})})
        case MaxMinTier():
            return tier.model_copy(update={"max_min": tier.max_min.model_copy(update={"maximize": criteria})})
        case _:
            return tier.model_copy(update={"maximize": criteria})
