"""Pairs that an earlier answer had."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prssmi_match.verification.view import View

__all__ = ["value"]


def value(view: View) -> int:
    """Return the number of pairs that are in ``previous``."""
    previous = {(pair.mentee, pair.mentor) for pair in view.problem.previous}
    return sum(pair in previous for pair in view.pairs)
