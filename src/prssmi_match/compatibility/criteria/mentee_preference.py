"""How high the mentee ranks the mentor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from prssmi_match.compatibility.points import UNKNOWN

if TYPE_CHECKING:
    from prssmi_match.compatibility.cells import PointsOf
    from prssmi_match.compatibility.sides import Sides
    from prssmi_match.problem.criteria import MenteePreference

__all__ = ["mentee_preference"]


def mentee_preference(criterion: MenteePreference, sides: Sides) -> PointsOf:
    """Give the points of the mentor's group, 0 where it is not listed, unknown where the mentee lists nobody."""
    last = len(criterion.rank_points) - 1
    listed = sides.stated(
        (mentee.id, mentor, criterion.rank_points[min(group, last)])
        for mentee in sides.mentees
        for mentor, group in mentee.rank.items()
    )
    lists = np.array([bool(mentee.rank) for mentee in sides.mentees], dtype=bool)
    return lambda cells: np.where(lists[cells.mentee], listed.of(cells), UNKNOWN)
