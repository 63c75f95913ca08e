"""Minus the number of used mentors."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prssmi_match.verification.view import View

__all__ = ["value"]


def value(view: View) -> int:
    """Return minus the number of mentors with a mentee."""
    return -len(view.mentees_of)
