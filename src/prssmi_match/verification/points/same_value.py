"""Whether both sites have the same value of a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.verification.sites import comparable

if TYPE_CHECKING:
    from prssmi_match.problem.criteria import SameValue
    from prssmi_match.verification.sites import Sites

__all__ = ["points"]


def points(criterion: SameValue, sites: Sites, mentee: str, mentor: str) -> int | None:
    """Return 1000 or 0 points; None where a side does not state the field. Compares exactly."""
    here = comparable(sites.mentees[mentee], criterion.field)
    there = comparable(sites.mentors[mentor], criterion.field)
    if here is None or there is None:
        return None
    return 1000 if here == there else 0
