"""Whether the mentor's own locale, or one that it serves, is the mentee's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prssmi_match.verification.sites import Sites

__all__ = ["points"]


def points(sites: Sites, mentee: str, mentor: str) -> int | None:
    """Return 1000 or 0 points; None where the mentee's locale, or all that the mentor could say, is unknown."""
    needed, offering = sites.mentees[mentee].locale, sites.mentors[mentor]
    if needed is None or (offering.locale is None and not offering.locales_served):
        return None
    return 1000 if needed == offering.locale or needed in offering.locales_served else 0
