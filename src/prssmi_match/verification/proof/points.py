"""What a single pair adds to the value of a criterion, where the value is a sum over pairs."""

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
    PairCriterion,
    PastDisappointment,
    ReviewScore,
)
from prssmi_match.verification.cohort.continuity import earlier_pairs
from prssmi_match.verification.cohort.mentor_rest import last_loads
from prssmi_match.verification.cohort.past_disappointment import disappointed
from prssmi_match.verification.cohort.reviews import each_in_tenths

if TYPE_CHECKING:
    from collections.abc import Callable

    from prssmi_match.verification.scoring import Scoring
    from prssmi_match.verification.view import View

__all__ = ["NOT_OF_PAIRS", "OfPairs", "points_of_pairs"]

NOT_OF_PAIRS = (Balance, FewBlockingPairs, FewMentors, MentorReviewScore)
"""Criteria that judge more than single pairs."""

OfPairs = PairCriterion | Coverage | ReviewScore | Continuity | PastDisappointment | MentorRest


def points_of_pairs(criterion: OfPairs, view: View, scoring: Scoring) -> Callable[[str, str], int]:
    """Return what tells the points of a mentee with a mentor, before the weight."""
    match criterion:
        case Coverage():
            return lambda _mentee, _mentor: 1
        case ReviewScore():
            sites = [view.sites.mentees[mentee] for mentee in view.sites.available_mentees]
            scores = dict(zip(view.sites.available_mentees, each_in_tenths(sites, sites), strict=True))
            return lambda mentee, _mentor: scores[mentee]
        case Continuity():
            earlier = earlier_pairs(view)
            return lambda mentee, mentor: int((mentee, mentor) in earlier)
        case PastDisappointment():
            those = disappointed(view)
            return lambda mentee, _mentor: int(mentee in those)
        case MentorRest():
            loads = last_loads(view)
            return lambda _mentee, mentor: -loads[mentor]
        case _:
            scorer = scoring.scorer(criterion)
            return lambda mentee, mentor: scorer.fill(mentee, mentor).points
