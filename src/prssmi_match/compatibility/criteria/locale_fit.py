"""Whether the mentor is of, or serves, the mentee's kind of place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.compatibility.kinds import by_kinds
from prssmi_match.compatibility.points import UNKNOWN

if TYPE_CHECKING:
    from prssmi_match.compatibility.cells import PointsOf
    from prssmi_match.compatibility.sides import Sides

__all__ = ["locale_fit"]


def locale_fit(sides: Sides) -> PointsOf:
    """Give 1000 or 0 points, unknown where the mentee's locale, or both of the mentor's, are."""
    served = (frozenset(filter(None, (one.site.locale, *one.site.locales_served))) for one in sides.mentors)
    return by_kinds((mentee.site.locale for mentee in sides.mentees), served, _points)


def _points(wanted: str | None, served: frozenset[str]) -> int:
    if wanted is None or not served:
        return UNKNOWN
    return 1000 if wanted in served else 0
