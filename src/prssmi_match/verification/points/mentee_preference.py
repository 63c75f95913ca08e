"""How high the mentee ranks the mentor."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prssmi_match.problem.criteria import MenteePreference
    from prssmi_match.verification.sites import Sites

__all__ = ["points"]


def points(criterion: MenteePreference, sites: Sites, mentee: str, mentor: str) -> int | None:
    """Return the points of the mentor's group, 0 where it is not listed; None where the mentee lists nobody."""
    groups = sites.groups["mentee", mentee]
    if not groups:
        return None
    group = groups.get(mentor)
    return 0 if group is None else criterion.rank_points[min(group, len(criterion.rank_points) - 1)]
