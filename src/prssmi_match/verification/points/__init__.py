"""The points of a pair by each pair criterion, recomputed: one file a criterion."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

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
from prssmi_match.verification.points import (
    locale_fit,
    mentee_preference,
    mentor_preference,
    pair_score,
    proximity,
    same_value,
    setting_fit,
    topic_fit,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from prssmi_match.problem.criteria import PairCriterion
    from prssmi_match.verification.sites import Sites

__all__ = ["points_by"]


def points_by(criterion: PairCriterion, sites: Sites) -> Callable[[str, str], int | None]:
    """Return the function of mentee and mentor id to points before the weight; None where a needed field is unknown."""
    match criterion:
        case SettingFit():
            return partial(setting_fit.points, sites)
        case TopicFit():
            return partial(topic_fit.points, sites)
        case LocaleFit():
            return partial(locale_fit.points, sites)
        case Proximity():
            return partial(proximity.points, criterion, sites)
        case MenteePreference():
            return partial(mentee_preference.points, criterion, sites)
        case MentorPreference():
            return partial(mentor_preference.points, criterion, sites)
        case SameValue():
            return partial(same_value.points, criterion, sites)
        case PairScore():
            return partial(pair_score.points, sites)
