"""A pair that must be in the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solving.cpsat.rows import Row, at_least

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.rules import Pin
    from prssmi_match.solving.cpsat.variables import Variables

__all__ = ["pin"]


def pin(rule: Pin, variables: Variables) -> Iterator[Row]:
    """Give the row that chooses the pair; a pair that is not admissible has no variable, and the row cannot hold."""
    yield at_least(variables.total(variables.compatibility.positions_of(rule.mentee, rule.mentor)), 1)
