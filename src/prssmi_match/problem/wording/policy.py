"""Criteria and tiers in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.criteria import (
    Balance,
    Continuity,
    Coverage,
    FewBlockingPairs,
    FewMentors,
    LocaleFit,
    MenteePreference,
    MentorPreference,
    MentorRest,
    MentorReviewScore,
    PairScore,
    PastDisappointment,
    Proximity,
    ReviewScore,
    SameValue,
    SettingFit,
    TopicFit,
)
from prssmi_match.problem.policy import (
    GenerousTier,
    LeximinTier,
    LotteryTier,
    MaximizeTier,
    MaxMinTier,
    RankMaximalTier,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.problem.criteria import Criterion
    from prssmi_match.problem.policy import GiveUp, Tier

__all__ = ["criterion_words", "tier_sentence"]


def criterion_words(criterion: Criterion) -> str:  # noqa: C901, PLR0912 - one line a criterion
    """Return what a criterion measures, in a few words."""
    match criterion:
        case SettingFit():
            return "share of the mentee's settings that the mentor covers"
        case TopicFit():
            return "the mentor's expertise in the mentee's topics"
        case LocaleFit():
            return "the mentor is of, or serves, the mentee's kind of place"
        case Proximity():
            return f"nearness (up to {criterion.max_km} km)"
        case MenteePreference():
            return "how high the mentee ranks the mentor"
        case MentorPreference():
            return "how high the mentor ranks the mentee"
        case SameValue():
            return f"the same {criterion.field.removeprefix('attributes.')}"
        case PairScore():
            return "the score stated for the pair"
        case Coverage():
            return "number of matched mentees"
        case ReviewScore():
            return "review scores of the matched mentees (in tenths)"
        case MentorReviewScore():
            return "review scores of the used mentors (in tenths)"
        case Balance():
            return "evenly used mentors"
        case FewMentors():
            return "few mentors"
        case Continuity():
            return "pairs kept from the earlier answer"
        case PastDisappointment():
            return "matched mentees that the last round left out or disappointed"
        case MentorRest():
            return "few mentees with mentors that had many in the last round"
        case FewBlockingPairs():
            return "few pairs that would both rather have each other"


def tier_sentence(tier: Tier) -> str:
    """Return what a tier asks for, in one sentence."""
    match tier:
        case MaximizeTier():
            return f"As much as possible: {_weighted(tier.maximize)}.{_give_up(tier.give_up)}"
        case LeximinTier():
            step = f", in steps of {tier.leximin.step}" if tier.leximin.step > 1 else ""
            criteria = _weighted(tier.leximin.maximize)
            return f"The worst-off mentee as well off as possible, then the next{step}: {criteria}."
        case MaxMinTier():
            return f"The worst-off matched mentee as well off as possible: {_weighted(tier.max_min.maximize)}."
        case RankMaximalTier():
            return "As many mentees as possible at their first choice, then at their second, and so on."
        case GenerousTier():
            return "As few mentees as possible at a mentor they did not list, then at their last choice, and so on."
        case LotteryTier():
            return f"What is still tied is decided by a public draw (seed {tier.lottery.seed})."


def _weighted(criteria: Sequence[Criterion]) -> str:
    words = [
        f"{criterion.weight} x {criterion_words(criterion)}" if criterion.weight > 1 else criterion_words(criterion)
        for criterion in criteria
    ]
    return " + ".join(words)


def _give_up(give_up: GiveUp | None) -> str:
    if give_up is None:
        return ""
    amount = f"{give_up.percent} %" if give_up.points is None else f"{give_up.points} points"
    return f" Later aims may take back up to {amount}."
