"""Great-circle distance in whole meters."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from prssmi_match.problem.values import exact

if TYPE_CHECKING:
    from fractions import Fraction

    from prssmi_match.verification.sites import Sites

__all__ = ["great_circle", "in_meters", "meters_between"]

EARTH_RADIUS_M = 6_371_008.8
"""Mean radius of the earth."""


def meters_between(sites: Sites, mentee: str, mentor: str) -> int | None:
    """Return the distance of two sites, rounded half up; None where a location is unknown."""
    here, there = sites.mentees[mentee].location, sites.mentors[mentor].location
    if here is None or there is None:
        return None
    if (mentee, mentor) not in sites.meters:
        sites.meters[mentee, mentor] = great_circle(here, there)
    return sites.meters[mentee, mentor]


@lru_cache(maxsize=64)
def in_meters(kilometers: float) -> Fraction:
    """Return kilometers of the document in meters, as they were written."""
    return 1000 * exact(kilometers)


def great_circle(here: tuple[float, float], there: tuple[float, float]) -> int:
    """Return whole meters between two points given as latitude and longitude in degrees (haversine)."""
    lat_here, lon_here = map(math.radians, here)
    lat_there, lon_there = map(math.radians, there)
    half_lat, half_lon = (lat_there - lat_here) / 2, (lon_there - lon_here) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(lat_here) * math.cos(lat_there) * math.sin(half_lon) ** 2
    chord = min(chord, 1.0)  # antipodes can pass 1 by a rounding error
    angle = 2 * math.atan2(math.sqrt(chord), math.sqrt(1 - chord))
    return math.floor(EARTH_RADIUS_M * angle + 0.5)
