"""How high the mentor ranks the mentee."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from prssmi_match.compatibility.points import UNKNOWN

if TYPE_CHECKING:
    from prssmi_match.compatibility.cells import PointsOf
    from prssmi_match.compatibility.sides import Sides
    from prssmi_match.problem.criteria import MentorPreference

__all__ = ["mentor_preference"]


def mentor_preference(criterion: MentorPreference, sides: Sides) -> PointsOf:
    """Give the points of the mentee's group, 0 where it is not listed, unknown where the mentor lists nobody."""
    last = len(criterion.rank_points) - 1
    listed = sides.stated(
        (mentee, mentor.id, criterion.rank_points[min(group, last)])
        for mentor in sides.mentors
        for mentee, group in mentor.rank.items()
    )
    lists = np.array([bool(mentor.rank) for mentor in sides.mentors], dtype=bool)
    return lambda cells: np.where(lists[cells.mentor], listed.of(cells), UNKNOWN)
