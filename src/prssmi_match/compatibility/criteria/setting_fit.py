"""Share of the mentee's settings that the mentor has."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from prssmi_match.compatibility.kinds import by_kinds
from prssmi_match.compatibility.points import UNKNOWN
from prssmi_match.problem.values import round_half_up

if TYPE_CHECKING:
    from prssmi_match.compatibility.cells import PointsOf
    from prssmi_match.compatibility.sides import Sides

__all__ = ["setting_fit"]


def setting_fit(sides: Sides) -> PointsOf:
    """Give 0-1000 points, unknown where either side's settings are."""
    wanted = (mentee.settings for mentee in sides.mentees)
    return by_kinds(wanted, (mentor.settings for mentor in sides.mentors), _share)


def _share(wanted: frozenset[str], had: frozenset[str]) -> int:
    if not (wanted and had):
        return UNKNOWN
    return round_half_up(Fraction(1000 * len(wanted & had), len(wanted)))
