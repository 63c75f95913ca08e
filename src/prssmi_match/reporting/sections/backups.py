"""A second mentor for every mentee."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.document import Column, Data, Items, Section, Table, Text
from prssmi_match.reporting.sections.changed_answers import incomplete
from prssmi_match.reporting.words import name_mentee, name_mentor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.document import Block, Content
    from prssmi_match.solution.backups import Backup, Backups

__all__ = ["build_backups"]

_COLUMNS = (Column("Mentee"), Column("Mentor"), Column("Back-up"))


def build_backups(problem: Problem, backups: Backups) -> Iterator[Section]:
    """Return where each mentee goes if its mentor leaves, and which withdrawals cannot be absorbed."""
    blocks: list[Block] = [*incomplete(proved=backups.proved), Text(Data(backups.sentence))]
    if failing := [row for row in backups.mentors if row.absorbed is not True]:
        blocks.append(Items(tuple(Data(row.sentence) for row in failing)))
    if backups.rows:
        rows = tuple(_row(problem, row) for row in backups.rows)
        blocks.append(Table(_COLUMNS, rows, "Where each mentee goes if its mentor leaves; everybody else stays"))
    yield Section("backups", "Back-ups", tuple(blocks))


def _row(problem: Problem, row: Backup) -> tuple[Content, ...]:
    backup: Content = "None" if row.backup is None else name_mentor(problem, row.backup)
    return name_mentee(problem, row.mentee), name_mentor(problem, row.mentor), backup
