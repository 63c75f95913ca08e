"""How high the mentor ranks the mentee."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prssmi_match.problem.criteria import MentorPreference
    from prssmi_match.verification.sites import Sites

__all__ = ["points"]


def points(criterion: MentorPreference, sites: Sites, mentee: str, mentor: str) -> int | None:
    """Return the points of the mentee's group, 0 where it is not listed; None where the mentor lists nobody."""
    groups = sites.groups["mentor", mentor]
    if not groups:
        return None
    group = groups.get(mentee)
    return 0 if group is None else criterion.rank_points[min(group, len(criterion.rank_points) - 1)]
