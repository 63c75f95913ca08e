"""Minus the number of used mentors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solving.objective import Extra, Objective

if TYPE_CHECKING:
    from prssmi_match.solving.cpsat.variables import Variables

__all__ = ["few_mentors"]


def few_mentors(variables: Variables) -> Objective:
    """Take one for each used mentor."""
    return Objective([0] * len(variables.pair), tuple(Extra(used, -1) for used in variables.all_used()))
