"""How well a pair fits: one file a criterion, and the one place that tells them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.compatibility.criteria.locale_fit import locale_fit
from prssmi_match.compatibility.criteria.mentee_preference import mentee_preference
from prssmi_match.compatibility.criteria.mentor_preference import mentor_preference
from prssmi_match.compatibility.criteria.proximity import proximity
from prssmi_match.compatibility.criteria.same_value import same_value
from prssmi_match.compatibility.criteria.setting_fit import setting_fit
from prssmi_match.compatibility.criteria.topic_fit import topic_fit
from prssmi_match.problem.criteria import (
    LocaleFit,
    MenteePreference,
    MentorPreference,
    PairScore,
    Proximity,
    SameValue,
    SettingFit,
    TopicFit,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from prssmi_match.compatibility.profiles import MenteeProfile, MentorProfile
    from prssmi_match.problem.criteria import PairCriterion

__all__ = ["known_points"]


def known_points(
    criterion: PairCriterion, scores: Mapping[tuple[str, str], int]
) -> Callable[[MenteeProfile, MentorProfile], int | None]:
    """Return the function from a pair to its whole points by a criterion, None where unknown.

    Parameters
    ----------
    criterion : PairCriterion
        With its parameters; the weight does not matter.
    scores : mapping of (str, str) to int
        The stated scores of pairs, for ``pair_score``.
    """
    match criterion:
        case SettingFit():
            return setting_fit
        case TopicFit():
            return topic_fit
        case LocaleFit():
            return locale_fit
        case Proximity():
            return lambda mentee, mentor: proximity(criterion, mentee, mentor)
        case MenteePreference():
            return lambda mentee, mentor: mentee_preference(criterion, mentee, mentor)
        case MentorPreference():
            return lambda mentee, mentor: mentor_preference(criterion, mentee, mentor)
        case SameValue():
            return lambda mentee, mentor: same_value(criterion, mentee, mentor)
        case PairScore():
            return lambda mentee, mentor: scores.get((mentee.id, mentor.id), 0)
