"""The value of a whole matching by each cohort criterion, recomputed: one file a criterion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.criteria import (
    Balance,
    Continuity,
    Coverage,
    FewBlockingPairs,
    FewMentors,
    MentorRest,
    MentorReviewScore,
    PastDisappointment,
    ReviewScore,
)
from prssmi_match.verification.cohort import (
    balance,
    continuity,
    coverage,
    few_blocking_pairs,
    few_mentors,
    mentor_rest,
    mentor_review_score,
    past_disappointment,
    review_score,
)

if TYPE_CHECKING:
    from prssmi_match.problem.criteria import CohortCriterion
    from prssmi_match.verification.view import View

__all__ = ["cohort_value"]


def cohort_value(criterion: CohortCriterion, view: View) -> int:
    """Return the value of the matching by a criterion, before the weight."""
    match criterion:
        case Coverage():
            return coverage.value(view)
        case ReviewScore():
            return review_score.value(view)
        case MentorReviewScore():
            return mentor_review_score.value(view)
        case Balance():
            return balance.value(view)
        case FewMentors():
            return few_mentors.value(view)
        case Continuity():
            return continuity.value(view)
        case PastDisappointment():
            return past_disappointment.value(view)
        case MentorRest():
            return mentor_rest.value(view)
        case FewBlockingPairs():
            return few_blocking_pairs.value(view)
