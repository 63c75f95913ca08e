"""Why there is no answer: rules and facts that cannot all hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.document import Column, Data, Section, Table, Text
from prssmi_match.solution.status import Status

if TYPE_CHECKING:
    from prssmi_match.reporting.document import Block
    from prssmi_match.solution.conflict import Conflict
    from prssmi_match.solution.result import Result

__all__ = ["build_conflict", "conflict_blocks"]

_EACH = "The rules and facts of one conflict cannot all hold together; without any one of them, the others can."
_UNPROVED = "The rules and facts of one conflict cannot all hold. Time ran out before each was known to matter."


def build_conflict(result: Result) -> Section | None:
    """Return the conflict; None where it is not known that there is one."""
    if result.conflict is None and result.status is not Status.INFEASIBLE:
        return None
    blocks: tuple[Block, ...] = (Text("Which rules and facts conflict was not worked out."),)
    if result.conflict is not None and result.conflict.members:
        blocks = conflict_blocks(result.conflict)
    return Section("conflict", "What conflicts", blocks)


def conflict_blocks(*conflicts: Conflict) -> tuple[Block, ...]:
    """Return conflicts: what they mean, and the rules and facts of each."""
    if len(conflicts) == 1:
        return Text(_meaning(conflicts[0])), _members(conflicts[0], "Rules and facts in conflict")
    head = f"There are {len(conflicts)} conflicts, and each has to be settled. The smallest comes first."
    tables = (_members(conflict, f"Conflict {number}") for number, conflict in enumerate(conflicts, start=1))
    minimal = all(conflict.minimal for conflict in conflicts)
    return Text(head), Text(_EACH if minimal else _UNPROVED), *tables


def _meaning(conflict: Conflict) -> str:
    if len(conflict.members) == 1:
        return "This cannot hold, whatever else does."
    if conflict.minimal:
        return "These cannot all hold together; without any one of them, the others can. So change one of them."
    return "These cannot all hold together. Time ran out before it was known whether each of them plays a part."


def _members(conflict: Conflict, caption: str) -> Table:
    return Table(
        columns=(Column("What it says", "prose"), Column("Rule or fact")),
        rows=tuple((Data(member.sentence), Data(member.rule_id)) for member in conflict.members),
        caption=caption,
    )
