"""Minus the number of blocking pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prssmi_match.verification.view import View

__all__ = ["value"]


def value(view: View) -> int:
    """Return minus the number of blocking pairs."""
    return -len(view.blocking_pairs)
