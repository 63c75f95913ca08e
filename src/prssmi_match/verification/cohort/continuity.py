"""Pairs that an earlier answer had."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prssmi_match.verification.view import View

__all__ = ["earlier_pairs", "value"]


def value(view: View) -> int:
    """Return the number of pairs that are in ``previous``."""
    previous = earlier_pairs(view)
    return sum(pair in previous for pair in view.pairs)


def earlier_pairs(view: View) -> set[tuple[str, str]]:
    """Return the pairs of the earlier answer."""
    return {(pair.mentee, pair.mentor) for pair in view.problem.previous}
