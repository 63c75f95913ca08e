"""No two sites would both rather be paired with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.rules import Opening, Selection
from prssmi_match.solving.cpsat.blocking import contentment, maximums
from prssmi_match.solving.cpsat.rows import Row, at_least, at_most
from prssmi_match.solving.hopeless import hopeless_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.solving.cpsat.variables import Variables

__all__ = ["stability"]


def stability(variables: Variables) -> Iterator[Row]:
    """Give one row a pair: it must be content; and one that leaves out the pairs that cannot be.

    Where a capacity or refusal may give way, such pairs could come back.
    """
    excused = maximums(Selection, variables) or maximums(Opening, variables)
    if variables.is_strict and not excused:
        yield at_most(variables.total(hopeless_pairs(variables.compatibility)), 0)
    for _, content in contentment(variables):
        yield at_least(content, 1)
