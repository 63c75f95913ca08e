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
    from prssmi_match.compatibility.cells import PointsOf
    from prssmi_match.compatibility.sides import Sides
    from prssmi_match.compatibility.stated import Stated
    from prssmi_match.problem.criteria import PairCriterion

__all__ = ["points_of"]


def points_of(criterion: PairCriterion, sides: Sides, scores: Stated) -> PointsOf:
    """Return the function from pairs to their whole points by a criterion, ``UNKNOWN`` where those are.

    Parameters
    ----------
    criterion : PairCriterion
        With its parameters; the weight does not matter.
    sides : Sides
        The sites.
    scores : Stated
        The stated scores of pairs, for ``pair_score``.
    """
    match criterion:
        case SettingFit():
            return setting_fit(sides)
        case TopicFit():
            return topic_fit(sides)
        case LocaleFit():
            return locale_fit(sides)
        case Proximity():
            return proximity(criterion, sides)
        case MenteePreference():
            return mentee_preference(criterion, sides)
        case MentorPreference():
            return mentor_preference(criterion, sides)
        case SameValue():
            return same_value(criterion, sides)
        case PairScore():
            return scores.of
