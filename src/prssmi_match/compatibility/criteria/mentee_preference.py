"""How high the mentee ranks the mentor."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prssmi_match.compatibility.profiles import MenteeProfile, MentorProfile
    from prssmi_match.problem.criteria import MenteePreference

__all__ = ["mentee_preference"]


def mentee_preference(criterion: MenteePreference, mentee: MenteeProfile, mentor: MentorProfile) -> int | None:
    """Return the points of the mentor's group, 0 where it is not listed, or None where the mentee lists nobody."""
    if not mentee.rank:
        return None
    group = mentee.rank.get(mentor.id)
    points = criterion.rank_points
    return 0 if group is None else points[min(group, len(points) - 1)]
