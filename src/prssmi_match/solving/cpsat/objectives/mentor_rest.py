"""Minus the mentees that the pairs' mentors had in the last round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.history import last_loads

if TYPE_CHECKING:
    from prssmi_match.compatibility import Compatibility

__all__ = ["mentor_rest"]


def mentor_rest(compatibility: Compatibility) -> list[int]:
    """Take one from each pair for every mentee that its mentor had in the last round."""
    loads = last_loads(compatibility.problem.history)
    return [-loads[compatibility.mentors[mentor].id] for _, mentor in compatibility.pairs]
