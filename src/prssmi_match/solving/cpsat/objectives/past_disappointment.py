"""Number of matched mentees that the last round disappointed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.history import disappointed_mentees
from prssmi_match.solving.objective import Objective

if TYPE_CHECKING:
    from prssmi_match.solving.cpsat.variables import Variables

__all__ = ["past_disappointment"]


def past_disappointment(variables: Variables) -> Objective:
    """Give one for each pair of a mentee that the last round left out, ended early or left dissatisfied."""
    compatibility = variables.compatibility
    disappointed = disappointed_mentees(compatibility.problem.history)
    return Objective([int(compatibility.mentees[mentee].id in disappointed) for mentee, _ in compatibility.pairs])
