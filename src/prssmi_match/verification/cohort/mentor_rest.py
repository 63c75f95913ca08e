"""Minus the mentees that the pairs' mentors had in the last round."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prssmi_match.verification.view import View

__all__ = ["last_loads", "value"]


def value(view: View) -> int:
    """Return minus the sum over pairs of how many mentees the mentor had in the last round."""
    loads = last_loads(view)
    return -sum(loads[mentor] for _, mentor in view.pairs)


def last_loads(view: View) -> Counter[str]:
    """Return how many mentees each mentor had in the last round."""
    return Counter(row.mentor for row in view.sites.last_round if row.mentor is not None)
