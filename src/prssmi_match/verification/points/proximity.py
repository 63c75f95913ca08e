"""Nearness by great circle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.verification.distance import in_meters, meters_between
from prssmi_match.verification.rounding import half_up

if TYPE_CHECKING:
    from prssmi_match.problem.criteria import Proximity
    from prssmi_match.verification.sites import Sites

__all__ = ["points"]


def points(criterion: Proximity, sites: Sites, mentee: str, mentor: str) -> int | None:
    """Return 0-1000 points, 0 from ``max_km`` on; None where a location is unknown."""
    meters = meters_between(sites, mentee, mentor)
    if meters is None:
        return None
    reach = in_meters(criterion.max_km)
    left = max(reach.numerator - meters * reach.denominator, 0)
    return half_up(1000 * left, reach.numerator)
