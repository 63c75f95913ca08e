"""Whether both sites have the same value of a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from prssmi_match.compatibility.kinds import numbered
from prssmi_match.compatibility.points import UNKNOWN
from prssmi_match.compatibility.profiles import values_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from prssmi_match.compatibility.cells import Cells, PointsOf
    from prssmi_match.compatibility.sides import Sides
    from prssmi_match.problem.criteria import SameValue

__all__ = ["same_value"]


def same_value(criterion: SameValue, sides: Sides) -> PointsOf:
    """Give 1000 or 0 points, unknown where either side's value is."""
    unknown: frozenset[str] = frozenset()
    wanted, numbers = numbered((values_of(one.site, criterion.field) for one in sides.mentees), {unknown: 0})
    had, _ = numbered((values_of(one.site, criterion.field) for one in sides.mentors), numbers)

    def points(cells: Cells) -> NDArray[np.int64]:
        one, other = wanted[cells.mentee], had[cells.mentor]
        return np.where((one == 0) | (other == 0), UNKNOWN, 1000 * (one == other))

    return points
