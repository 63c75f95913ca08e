"""For people who think in words: must, high, medium and low, and what they stand for.

``high``, ``medium`` and ``low`` are weights 9, 3 and 1: each outweighs the next where both are fully at stake. They
replace the criteria of the preset's tiers that sum points of pairs; the order of the tiers stays. ``must`` is a hard
rule besides, where one can say it:

====================  =====================================================
``setting_fit``       the mentor covers all of the mentee's settings
``mentee_preference`` the mentor is on the mentee's list
``pair_score``        the pair has a row in ``pairs``
====================  =====================================================

A hard rule can make the program infeasible; a weight never does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, get_args

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from prssmi_match.problem.criteria import (
    CohortCriterion,
    Coverage,
    LocaleFit,
    MenteePreference,
    MentorPreference,
    PairScore,
    Proximity,
    SettingFit,
    TopicFit,
)
from prssmi_match.problem.policy import LeximinTier, MaximizeTier, MaxMinTier
from prssmi_match.problem.rules import Eligibility

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from prssmi_match.problem.criteria import PairCriterion
    from prssmi_match.problem.policy import Tier

__all__ = ["MUSTS", "WEIGHTS", "Strength", "Strengths", "must_rules", "strengthened"]

Strength = Literal["must", "high", "medium", "low"]
Wish = Literal[
    "setting_fit",
    "topic_fit",
    "locale_fit",
    "proximity",
    "mentee_preference",
    "mentor_preference",
    "pair_score",
]

WEIGHTS: dict[Strength, int] = {"must": 9, "high": 9, "medium": 3, "low": 1}
MUSTS: dict[Wish, Eligibility] = {
    "setting_fit": Eligibility(id="must-setting_fit", setting="all", reason="Stated as a must"),
    "mentee_preference": Eligibility(id="must-mentee_preference", listed_only=True, reason="Stated as a must"),
    "pair_score": Eligibility(id="must-pair_score", scored_only=True, reason="Stated as a must"),
}
_CRITERIA: dict[Wish, Callable[..., PairCriterion]] = {
    "setting_fit": SettingFit,
    "topic_fit": TopicFit,
    "locale_fit": LocaleFit,
    "proximity": Proximity,
    "mentee_preference": MenteePreference,
    "mentor_preference": MentorPreference,
    "pair_score": PairScore,
}


def _sayable(strengths: dict[Wish, Strength]) -> dict[Wish, Strength]:
    for wish, strength in strengths.items():
        if strength == "must" and wish not in MUSTS:
            text = "{wish} cannot be a must, as no hard rule says it. Use high, or state a rule; a must can be: {known}"
            raise PydanticCustomError("no_rule_for_must", text, {"wish": wish, "known": ", ".join(MUSTS)})
    return strengths


Strengths = Annotated[dict[Wish, Strength], AfterValidator(_sayable), Field(min_length=1)]


def must_rules(strengths: Mapping[Wish, Strength]) -> list[Eligibility]:
    """Return the hard rules that the musts stand for."""
    return [MUSTS[wish] for wish in get_args(Wish) if strengths.get(wish) == "must"]


def strengthened(tiers: Iterable[Tier], strengths: Mapping[Wish, Strength]) -> tuple[Tier, ...]:
    """Return tiers with the weights of the strengths wherever they sum points of pairs.

    Without tiers, coverage comes first and the weighted sum second.
    """
    stated = [(wish, strengths[wish]) for wish in get_args(Wish) if wish in strengths]
    criteria = tuple(_CRITERIA[wish](weight=WEIGHTS[strength]) for wish, strength in stated)
    given = tuple(tiers) or (
        MaximizeTier(name="coverage", maximize=(Coverage(),)),
        MaximizeTier(name="fit", maximize=criteria),
    )
    return tuple(_with_criteria(tier, criteria) for tier in given)


def _with_criteria(tier: Tier, criteria: tuple[PairCriterion, ...]) -> Tier:
    match tier:
        case MaximizeTier() if not any(isinstance(criterion, CohortCriterion) for criterion in tier.maximize):
            return tier.model_copy(update={"maximize": criteria})
        case LeximinTier():
            return tier.model_copy(update={"leximin": tier.leximin.model_copy(update={"maximize": criteria})})
        case MaxMinTier():
            return tier.model_copy(update={"max_min": tier.max_min.model_copy(update={"maximize": criteria})})
        case _:
            return tier
