"""Nearness by great circle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from prssmi_match.compatibility.distance import meters_of
from prssmi_match.compatibility.points import UNKNOWN
from prssmi_match.problem.values import LARGEST, exact

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from prssmi_match.compatibility.cells import Cells, PointsOf
    from prssmi_match.compatibility.sides import Sides
    from prssmi_match.problem.criteria import Proximity

__all__ = ["proximity"]


def proximity(criterion: Proximity, sides: Sides) -> PointsOf:
    """Give 0-1000 points, 0 from the criterion's ``max_km`` on, unknown where a location is."""
    distance, limits = meters_of(sides), _limits(criterion.max_km)

    def points(cells: Cells) -> NDArray[np.int64]:
        meters = distance(cells)
        return np.where(meters == UNKNOWN, UNKNOWN, len(limits) - np.searchsorted(limits, meters))

    return points


def _limits(max_km: float) -> NDArray[np.int64]:
    """Return the most whole meters for 1000 points, for 999, ..., for 1: half a point less is rounded up.

    With d meters there are 1000 (1 - d / (1000 max_km)) points before rounding.
    """
    reach = exact(max_km)
    up, down = reach.numerator, 2 * reach.denominator
    return np.array([min(LARGEST, odd * up // down) for odd in range(1, 2001, 2)], dtype=np.int64)
