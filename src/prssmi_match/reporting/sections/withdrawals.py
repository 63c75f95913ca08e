"""What becomes of the answer when a mentor leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.document import Column, Data, Section, Table, Text
from prssmi_match.reporting.places import mentor_with_place
from prssmi_match.reporting.sections.changed_answers import incomplete

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.document import Block
    from prssmi_match.solution.withdrawals import Withdrawals

__all__ = ["build_withdrawals"]


def build_withdrawals(problem: Problem, withdrawals: Withdrawals) -> Iterator[Section]:
    """Return, mentor by mentor, who would go where."""
    blocks: list[Block] = [*incomplete(proved=withdrawals.proved)]
    rows = tuple((mentor_with_place(problem, row.mentor), Data(row.sentence)) for row in withdrawals.rows)
    columns = (Column("Mentor"), Column("If it left", "prose"))
    blocks.append(Table(columns, rows, "Each mentor, as if it left") if rows else Text("No mentor has a mentee."))
    yield Section("withdrawals", "If a mentor left", tuple(blocks))
