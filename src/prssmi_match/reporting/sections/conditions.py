"""What matched mentees have to settle, because it is outside of what the program expects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.document import Column, Section, Table, Text
from prssmi_match.reporting.words import name_mentee

if TYPE_CHECKING:
    from prssmi_match.reporting.document import Block
    from prssmi_match.solution.result import Result

__all__ = ["build_conditions"]


def build_conditions(result: Result) -> Section | None:
    """Return the conditions of the answer; None without a matching."""
    if not result.has_matching:
        return None
    block: Block = Text("No matched mentee is known to be outside of what the program expects.")
    if result.conditions:
        block = Table(
            columns=(Column("Mentee"), Column("To settle", "prose")),
            rows=tuple((name_mentee(result.problem, row.mentee), row.sentence) for row in result.conditions),
            caption="Matched mentees outside of what the program expects; nobody was refused for it",
        )
    return Section("conditions", "Conditions", (block,))
