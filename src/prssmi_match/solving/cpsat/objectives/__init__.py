"""What a policy maximizes: one file a cohort criterion, pair criteria from their points, all in one weighted sum."""

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
from prssmi_match.solving.cpsat.objectives.balance import balance
from prssmi_match.solving.cpsat.objectives.continuity import continuity
from prssmi_match.solving.cpsat.objectives.coverage import coverage
from prssmi_match.solving.cpsat.objectives.few_blocking_pairs import few_blocking_pairs
from prssmi_match.solving.cpsat.objectives.few_mentors import few_mentors
from prssmi_match.solving.cpsat.objectives.mentor_rest import mentor_rest
from prssmi_match.solving.cpsat.objectives.mentor_review_score import mentor_review_score
from prssmi_match.solving.cpsat.objectives.past_disappointment import past_disappointment
from prssmi_match.solving.cpsat.objectives.review_score import review_score
from prssmi_match.solving.objective import Extra, Objective

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prssmi_match.compatibility import Compatibility
    from prssmi_match.problem.criteria import Criterion, PairCriterion
    from prssmi_match.solving.cpsat.variables import Variables

    _OfPairs = PairCriterion | Coverage | ReviewScore | Continuity | PastDisappointment | MentorRest

__all__ = ["by_criterion", "pair_sum", "weighted_sum"]


def weighted_sum(pairs: int, parts: Iterable[tuple[int, Objective]]) -> Objective:
    """Return the sum of objectives, each with its weight, over a number of pairs."""
    by_pair = [0] * pairs
    extras: list[Extra] = []
    ceiling = 0
    for weight, part in parts:
        by_pair = [total + weight * value for total, value in zip(by_pair, part.listed, strict=True)]
        extras.extend(Extra(extra.term, weight * extra.coefficient) for extra in part.extras)
        ceiling += weight * part.extras_ceiling
    return Objective(by_pair, tuple(extras), ceiling)


def pair_sum(criteria: Iterable[Criterion], compatibility: Compatibility) -> Objective | None:
    """Return the weighted sum of criteria that add up over pairs; None where one does not, and needs a model."""
    by_pair = [0] * len(compatibility.pairs)
    for criterion in criteria:
        if isinstance(criterion, MentorReviewScore | Balance | FewMentors | FewBlockingPairs):
            return None
        part = _by_pair(criterion, compatibility)
        by_pair = [total + criterion.weight * value for total, value in zip(by_pair, part, strict=True)]
    return Objective(by_pair)


def by_criterion(criterion: Criterion, variables: Variables) -> Objective:
    """Return a criterion without its weight; what it needs beside the pairs is added to the model."""
    match criterion:
        case MentorReviewScore():
            return mentor_review_score(variables)
        case Balance():
            return balance(variables)
        case FewMentors():
            return few_mentors(variables)
        case FewBlockingPairs():
            return few_blocking_pairs(variables)
        case _:
            return Objective(_by_pair(criterion, variables.compatibility))


def _by_pair(criterion: _OfPairs, compatibility: Compatibility) -> Sequence[int]:
    match criterion:
        case Coverage():
            return coverage(compatibility)
        case ReviewScore():
            return review_score(compatibility)
        case Continuity():
            return continuity(compatibility)
        case PastDisappointment():
            return past_disappointment(compatibility)
        case MentorRest():
            return mentor_rest(compatibility)
        case (
            SettingFit()
            | TopicFit()
            | LocaleFit()
            | Proximity()
            | MenteePreference()
            | MentorPreference()
            | SameValue()
            | PairScore()
        ):
            return compatibility.column(criterion).points
