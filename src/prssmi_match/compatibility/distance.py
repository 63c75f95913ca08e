"""Great-circle distance."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from prssmi_match.compatibility.points import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from prssmi_match.compatibility.cells import Cells
    from prssmi_match.compatibility.profiles import MenteeProfile, MentorProfile
    from prssmi_match.compatibility.sides import Sides
    from prssmi_match.problem.participants import Mentee, Mentor

__all__ = ["meters_between", "meters_of"]

EARTH_RADIUS_METERS = 6_371_008.8
"""The mean radius of the Earth (IUGG)."""

DOUBTFUL_METERS = 1e-4
"""The functions of numpy differ from those of Python in the last digit, a thousand times less than this much."""
NEARLY_ANTIPODES = 1 - 1e-6
"""Squared half chord, of a sphere of radius 1, beyond which the last digit is worth more than that."""


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


def meters_of(sides: Sides) -> Callable[[Cells], NDArray[np.int64]]:
    """Return the function from pairs to the same distances, ``UNKNOWN`` where a location is.

    Where the rounding to whole meters could hang on the last digit of a sine, the pair is worked out alone.
    """
    here, there = _radians(sides.mentees), _radians(sides.mentors)

    def meters(cells: Cells) -> NDArray[np.int64]:
        lat1, lon1, cos1 = (values[cells.mentee] for values in here)
        lat2, lon2, cos2 = (values[cells.mentor] for values in there)
        chord = np.sin((lat2 - lat1) / 2) ** 2 + cos1 * cos2 * np.sin((lon2 - lon1) / 2) ** 2
        chord = np.minimum(1.0, chord)
        exact = EARTH_RADIUS_METERS * 2 * np.arctan2(np.sqrt(chord), np.sqrt(1 - chord)) + 0.5
        known = ~np.isnan(exact)
        found = np.full(exact.shape, UNKNOWN, dtype=np.int64)
        np.floor(exact, out=found, where=known, casting="unsafe")
        doubtful = known & ((np.abs(exact - np.rint(exact)) < DOUBTFUL_METERS) | (chord > NEARLY_ANTIPODES))
        for place in zip(*np.nonzero(doubtful), strict=True):
            mentee, mentor = (int(np.broadcast_to(one, exact.shape)[place]) for one in (cells.mentee, cells.mentor))
            found[place] = meters_between(sides.mentees[mentee].site, sides.mentors[mentor].site)
        return found

    return meters


def _radians(sites: Sequence[MenteeProfile] | Sequence[MentorProfile]) -> NDArray[np.float64]:
    """Return latitude, longitude and the cosine of the latitude of each site, unknown ones as what is no number."""
    rows = []
    for profile in sites:
        latitude, longitude = map(math.radians, profile.site.location or (math.nan, math.nan))
        rows.append((latitude, longitude, math.cos(latitude)))
    return np.array(rows, dtype=np.float64).reshape(-1, 3).T
