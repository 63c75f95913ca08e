"""Whether both sites have the same value of a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.compatibility.profiles import values_of

if TYPE_CHECKING:
    from prssmi_match.compatibility.profiles import MenteeProfile, MentorProfile
    from prssmi_match.problem.criteria import SameValue

__all__ = ["same_value"]


def same_value(criterion: SameValue, mentee: MenteeProfile, mentor: MentorProfile) -> int | None:
    """Return 1000 or 0 points, or None where either side's value is unknown."""
    wanted, had = values_of(mentee.site, criterion.field), values_of(mentor.site, criterion.field)
    if not (wanted and had):
        return None
    return 1000 if wanted == had else 0
