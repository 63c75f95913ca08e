"""What is unknown, and what was assumed instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.document import Items, Section, Text

if TYPE_CHECKING:
    from prssmi_match.reporting.document import Block
    from prssmi_match.solution.result import Result

__all__ = ["build_assumptions"]

_UNKNOWN = (
    "What is not stated is unknown, never bad: it rules out no pair. Points that rest on something unknown are the "
    "average of the known ones of the mentee's possible mentors, or a value that the program fixed."
)


def build_assumptions(result: Result) -> Section:
    """Return the assumptions; every report has them, whatever the answer."""
    blocks: list[Block] = [Text(_UNKNOWN)]
    if result.assumptions:
        blocks.append(Items(tuple(assumption.sentence for assumption in result.assumptions)))
    else:
        blocks.append(Text("Nothing was assumed about a single site."))
    return Section("assumptions", "Assumptions", tuple(blocks))
