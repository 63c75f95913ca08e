"""Number of matched mentees."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prssmi_match.compatibility import Compatibility

__all__ = ["coverage"]


def coverage(compatibility: Compatibility) -> list[int]:
    """Give one for each pair."""
    return [1] * len(compatibility.pairs)
