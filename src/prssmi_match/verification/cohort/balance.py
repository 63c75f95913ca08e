"""Minus the spread of the used mentors' shares of capacity in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.verification.rounding import half_up

if TYPE_CHECKING:
    from prssmi_match.verification.view import View

__all__ = ["value"]


def value(view: View) -> int:
    """Return minus the highest share less the lowest, in thousandths; 0 where no mentor is used.

    A capacity of 0, which only an invalid matching can use, counts as 1.
    """
    shares = [
        half_up(1000 * len(mentees), max(view.sites.capacity[mentor], 1)) for mentor, mentees in view.mentees_of.items()
    ]
    return min(shares) - max(shares) if shares else 0
