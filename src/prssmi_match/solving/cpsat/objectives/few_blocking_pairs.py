"""Minus the number of blocking pairs, as the rule ``stability`` defines them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.values import LARGEST
from prssmi_match.solving.blocking import blocking_positions
from prssmi_match.solving.cpsat.blocking import contentment
from prssmi_match.solving.objective import Extra, Objective

if TYPE_CHECKING:
    from prssmi_match.solving.cpsat.variables import Value, Variables

__all__ = ["few_blocking_pairs"]


def few_blocking_pairs(variables: Variables) -> Objective:
    """Take one for each pair that is not content."""
    extras = []
    for position, content in contentment(variables):
        blocks = variables.binary(_blocks(position))
        variables.define(blocks.var + content, 1, LARGEST)
        extras.append(Extra(blocks, -1))
    return Objective([0] * len(variables.pair), tuple(extras))


def _blocks(position: int) -> Value:
    return lambda assignment: position in blocking_positions(assignment)
