"""Matched mentees that the last round disappointed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prssmi_match.verification.view import View

__all__ = ["disappointed", "value"]


def value(view: View) -> int:
    """Return the number of matched mentees that the last round left out, ended early, or left with a 1 or 2 of 5."""
    those = disappointed(view)
    return sum(mentee in those for mentee in view.mentors_of)


def disappointed(view: View) -> set[str]:
    """Return the mentees that the last round disappointed, matched now or not."""
    return {
        row.mentee
        for row in view.sites.last_round
        if row.mentor is None or row.outcome == "ended_early" or row.satisfaction in {1, 2}
    }
