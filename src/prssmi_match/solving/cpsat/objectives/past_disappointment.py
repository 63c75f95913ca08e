"""Number of matched mentees that the last round disappointed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.history import disappointed_mentees

if TYPE_CHECKING:
    from prssmi_match.compatibility import Compatibility

__all__ = ["past_disappointment"]


def past_disappointment(compatibility: Compatibility) -> list[int]:
    """Give one for each pair of a mentee that the last round left out, ended early or left dissatisfied."""
    disappointed = disappointed_mentees(compatibility.problem.history)
    return [int(compatibility.mentees[mentee].id in disappointed) for mentee, _ in compatibility.pairs]
