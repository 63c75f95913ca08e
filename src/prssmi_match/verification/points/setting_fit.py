"""Share of the mentee's settings that the mentor has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.verification.rounding import half_up

if TYPE_CHECKING:
    from prssmi_match.verification.sites import Sites

__all__ = ["points"]


def points(sites: Sites, mentee: str, mentor: str) -> int | None:
    """Return 0-1000 points; None where either side states no settings."""
    needed, offered = sites.settings["mentee", mentee], sites.settings["mentor", mentor]
    if not needed or not offered:
        return None
    return half_up(1000 * len(needed & offered), len(needed))
