"""How high the mentor ranks the mentee."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prssmi_match.compatibility.profiles import MenteeProfile, MentorProfile
    from prssmi_match.problem.criteria import MentorPreference

__all__ = ["mentor_preference"]


def mentor_preference(criterion: MentorPreference, mentee: MenteeProfile, mentor: MentorProfile) -> int | None:
    """Return the points of the mentee's group, 0 where it is not listed, or None where the mentor lists nobody."""
    if not mentor.rank:
        return None
    group = mentor.rank.get(mentee.id)
    points = criterion.rank_points
    return 0 if group is None else points[min(group, len(points) - 1)]
