"""Number of matched mentees."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prssmi_match.verification.view import View

__all__ = ["value"]


def value(view: View) -> int:
    """Return the number of mentees with a mentor, each counted once."""
    return len(view.mentors_of)
