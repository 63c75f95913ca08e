"""Minus the mentees that the pairs' mentors had in the last round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.history import last_loads
from prssmi_match.solving.objective import Objective

if TYPE_CHECKING:
    from prssmi_match.solving.cpsat.variables import Variables

__all__ = ["mentor_rest"]


def mentor_rest(variables: Variables) -> Objective:
    """Take one from each pair for every mentee that its mentor had in the last round."""
    compatibility = variables.compatibility
    loads = last_loads(compatibility.problem.history)
    return Objective([-loads[compatibility.mentors[mentor].id] for _, mentor in compatibility.pairs])
