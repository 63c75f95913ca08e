"""The value of a matching in each tier of the policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.criteria import CohortCriterion
from prssmi_match.problem.policy import (
    GenerousTier,
    LeximinTier,
    LotteryTier,
    MaximizeTier,
    MaxMinTier,
    RankMaximalTier,
)
from prssmi_match.solution.evaluation import CriterionValue, TierEvaluation
from prssmi_match.verification.cohort import cohort_value
from prssmi_match.verification.lottery import lot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.problem.criteria import Criterion, PairCriterion
    from prssmi_match.problem.policy import Tier
    from prssmi_match.verification.scoring import Scoring
    from prssmi_match.verification.view import View

__all__ = ["evaluate_tier", "pair_criteria"]

UNMATCHED_LEVEL = -1


def evaluate_tier(tier: Tier, view: View, scoring: Scoring) -> TierEvaluation:
    """Return the value of the matching in a tier, with its profile where the tier has one."""
    match tier:
        case MaximizeTier():
            criteria = tuple(_criterion_value(criterion, view, scoring) for criterion in tier.maximize)
            total = sum(criterion.weight * criterion.value for criterion in criteria)
            return TierEvaluation(name=tier.name, value=total, criteria=criteria)
        case LeximinTier():
            return _leximin(tier, view, scoring)
        case MaxMinTier():
            points = _points_by_mentee(tier.max_min.maximize, view, scoring)
            return TierEvaluation(name=tier.name, value=min(points.values(), default=0))
        case RankMaximalTier():
            profile = _rank_profile(view)
            return TierEvaluation(name=tier.name, value=profile[0], profile=profile)
        case GenerousTier():
            profile = _rank_profile(view)
            return TierEvaluation(name=tier.name, value=-profile[-1], profile=profile)
        case LotteryTier():
            drawn = sum(lot(tier.lottery.seed, mentee, mentor) for mentee, mentor in view.pairs)
            return TierEvaluation(name=tier.name, value=drawn)


def pair_criteria(tier: Tier) -> tuple[PairCriterion, ...]:
    """Return the pair criteria that a tier adds up, in its order."""
    match tier:
        case MaximizeTier():
            return tuple(criterion for criterion in tier.maximize if not isinstance(criterion, CohortCriterion))
        case LeximinTier():
            return tier.leximin.maximize
        case MaxMinTier():
            return tier.max_min.maximize
        case RankMaximalTier() | GenerousTier() | LotteryTier():
            return ()


def _criterion_value(criterion: Criterion, view: View, scoring: Scoring) -> CriterionValue:
    if isinstance(criterion, CohortCriterion):
        value = cohort_value(criterion, view)
    else:
        scorer = scoring.scorer(criterion)
        value = sum(scorer.fill(mentee, mentor).points for mentee, mentor in view.pairs)
    return CriterionValue(criterion=criterion.criterion, weight=criterion.weight, value=value)


def _leximin(tier: LeximinTier, view: View, scoring: Scoring) -> TierEvaluation:
    points = _points_by_mentee(tier.leximin.maximize, view, scoring)
    levels = [points[mentee] // tier.leximin.step for mentee in view.sites.available_mentees if mentee in points]
    unmatched = len(view.sites.available_mentees) - len(levels)
    profile = (*[UNMATCHED_LEVEL] * unmatched, *sorted(levels))
    return TierEvaluation(name=tier.name, value=min(levels, default=0), profile=profile)


def _points_by_mentee(criteria: Sequence[PairCriterion], view: View, scoring: Scoring) -> dict[str, int]:
    """Return the weighted points of each matched mentee: the sum over its pairs, of which a valid answer has one."""
    scorers = [(criterion.weight, scoring.scorer(criterion)) for criterion in criteria]
    points = dict.fromkeys(view.mentors_of, 0)
    for mentee, mentor in view.pairs:
        points[mentee] += sum(weight * scorer.fill(mentee, mentor).points for weight, scorer in scorers)
    return points


def _rank_profile(view: View) -> tuple[int, ...]:
    """Count the matched mentees by the group of their (best) mentor, unlisted last.

    Only available mentees count, and none that lists nobody. The profile is as long as the longest list of an available
    mentee, matched or not, plus one.
    """
    sites = view.sites
    groups = {mentee: sites.groups["mentee", mentee] for mentee in sites.available_mentees}
    longest = max((len(sites.mentees[mentee].preferences) for mentee in groups), default=0)
    counts = [0] * (longest + 1)
    for mentee, numbers in groups.items():
        if numbers and mentee in view.mentors_of:
            counts[min(numbers.get(mentor, longest) for mentor in view.mentors_of[mentee])] += 1
    return tuple(counts)
