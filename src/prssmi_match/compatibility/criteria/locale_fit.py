"""Whether the mentor is of, or serves, the mentee's kind of place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prssmi_match.compatibility.profiles import MenteeProfile, MentorProfile

__all__ = ["locale_fit"]


def locale_fit(mentee: MenteeProfile, mentor: MentorProfile) -> int | None:
    """Return 1000 or 0 points, or None where the mentee's locale, or both of the mentor's, are unknown."""
    wanted, own, served = mentee.site.locale, mentor.site.locale, mentor.site.locales_served
    if wanted is None or (own is None and not served):
        return None
    return 1000 if wanted == own or wanted in served else 0
