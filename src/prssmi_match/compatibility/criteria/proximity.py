"""Nearness by great circle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.compatibility.distance import meters_between
from prssmi_match.problem.values import exact, round_half_up

if TYPE_CHECKING:
    from prssmi_match.compatibility.profiles import MenteeProfile, MentorProfile
    from prssmi_match.problem.criteria import Proximity

__all__ = ["proximity"]


def proximity(criterion: Proximity, mentee: MenteeProfile, mentor: MentorProfile) -> int | None:
    """Return 0-1000 points, 0 from the criterion's ``max_km`` on, or None where a location is unknown."""
    meters = meters_between(mentee.site, mentor.site)
    if meters is None:
        return None
    return max(0, round_half_up(1000 * (1 - meters / (1000 * exact(criterion.max_km)))))
