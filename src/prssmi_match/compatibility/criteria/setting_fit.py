"""Share of the mentee's settings that the mentor has."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from prssmi_match.problem.values import round_half_up

if TYPE_CHECKING:
    from prssmi_match.compatibility.profiles import MenteeProfile, MentorProfile

__all__ = ["setting_fit"]


def setting_fit(mentee: MenteeProfile, mentor: MentorProfile) -> int | None:
    """Return 0-1000 points, or None where either side's settings are unknown."""
    if not (mentee.settings and mentor.settings):
        return None
    return round_half_up(Fraction(1000 * len(mentee.settings & mentor.settings), len(mentee.settings)))
