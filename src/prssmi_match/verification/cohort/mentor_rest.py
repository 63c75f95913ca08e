"""Minus the mentees that the pairs' mentors had in the last round."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prssmi_match.verification.view import View

__all__ = ["value"]


def value(view: View) -> int:
    """Return minus the sum over pairs of how many mentees the mentor had in the last round."""
    return -sum(row.mentor == mentor for _, mentor in view.pairs for row in view.sites.last_round)
