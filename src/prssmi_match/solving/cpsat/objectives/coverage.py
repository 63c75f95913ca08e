"""Number of matched mentees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solving.objective import Objective

if TYPE_CHECKING:
    from prssmi_match.solving.cpsat.variables import Variables

__all__ = ["coverage"]


def coverage(variables: Variables) -> Objective:
    """Give one for each pair."""
    return Objective([1] * len(variables.pair))
