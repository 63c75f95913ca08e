"""Priority times expertise over the mentee's topics, as a share of the most it could be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.verification.rounding import half_up

if TYPE_CHECKING:
    from prssmi_match.verification.sites import Sites

__all__ = ["points"]

MOST_EXPERTISE = 5


def points(sites: Sites, mentee: str, mentor: str) -> int | None:
    """Return 0-1000 points; None where either side states no topics."""
    priorities, expertise = sites.topics["mentee", mentee], sites.topics["mentor", mentor]
    if not priorities or not expertise:
        return None
    reached = sum(priority * expertise.get(topic, 0) for topic, priority in priorities.items())
    return half_up(1000 * reached, MOST_EXPERTISE * sum(priorities.values()))
