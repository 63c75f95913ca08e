"""No two sites would both rather be paired with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solving.cpsat.blocking import contentment
from prssmi_match.solving.cpsat.rows import Row, at_least

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.solving.cpsat.variables import Variables

__all__ = ["stability"]


def stability(variables: Variables) -> Iterator[Row]:
    """Give one row a pair: it must be content."""
    for _, content in contentment(variables):
        yield at_least(content, 1)
