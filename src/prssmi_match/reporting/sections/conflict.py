"""Why there is no answer: rules and facts that cannot all hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.document import Column, Data, Section, Table, Text
from prssmi_match.solution.status import Status

if TYPE_CHECKING:
    from prssmi_match.reporting.document import Block
    from prssmi_match.solution.conflict import Conflict
    from prssmi_match.solution.result import Result

__all__ = ["build_conflict"]


def build_conflict(result: Result) -> Section | None:
    """Return the conflict; None where it is not known that there is one."""
    if result.conflict is None and result.status is not Status.INFEASIBLE:
        return None
    blocks: tuple[Block, ...]
    if result.conflict is None or not result.conflict.members:
        blocks = (Text("Which rules and facts conflict was not worked out."),)
    else:
        blocks = (Text(_meaning(result.conflict)), _members(result.conflict))
    return Section("conflict", "What conflicts", blocks)


def _meaning(conflict: Conflict) -> str:
    if len(conflict.members) == 1:
        return "This cannot hold, whatever else does."
    if conflict.minimal:
        return "These cannot all hold together; without any one of them, the others can. So change one of them."
    return "These cannot all hold together. Time ran out before it was known whether each of them plays a part."


def _members(conflict: Conflict) -> Table:
    return Table(
        columns=(Column("What it says", "prose"), Column("Rule or fact")),
        rows=tuple((member.sentence, Data(member.rule_id)) for member in conflict.members),
        caption="Rules and facts in conflict",
    )
