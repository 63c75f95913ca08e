"""Great-circle distance."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prssmi_match.problem.participants import Mentee, Mentor

__all__ = ["meters_between"]

EARTH_RADIUS_METERS = 6_371_008.8
"""The mean radius of the Earth (IUGG)."""


def meters_between(mentee: Mentee, mentor: Mentor) -> int | None:
    """Return the distance in whole meters, or None where a location is unknown.

    The haversine formula (R. W. Sinnott, 1984), in the form that is also accurate for antipodes.
    """
    if mentee.location is None or mentor.location is None:
        return None
    lat1, lon1, lat2, lon2 = map(math.radians, (*mentee.location, *mentor.location))
    chord = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    chord = min(1.0, chord)
    return math.floor(EARTH_RADIUS_METERS * 2 * math.atan2(math.sqrt(chord), math.sqrt(1 - chord)) + 0.5)
