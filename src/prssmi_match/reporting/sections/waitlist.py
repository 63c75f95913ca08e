"""Who comes in when a seat becomes free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.document import Column, Data, Items, Section, Table, Text
from prssmi_match.reporting.sections.changed_answers import incomplete
from prssmi_match.reporting.words import joined, name_mentee, name_mentor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.document import Block, Content
    from prssmi_match.solution.waitlist import Vacancy, Waitlist

__all__ = ["build_waitlist"]

_COLUMNS = (Column("If this mentee leaves"), Column("its mentor"), Column("comes in, in this order"))


def build_waitlist(problem: Problem, waitlist: Waitlist) -> Iterator[Section]:
    """Return the order of those who wait, and seat by seat who comes in."""
    blocks: list[Block] = [*incomplete(proved=waitlist.proved)]
    if not waitlist.rows:
        blocks.append(Text("No mentee is waiting."))
    else:
        blocks += [Text("In this order:"), Items(tuple(Data(row.sentence) for row in waitlist.rows))]
        rows = tuple(_row(problem, row) for row in waitlist.vacancies)
        blocks.append(Table(_COLUMNS, rows, "Each seat, if it became free and everybody else stayed where possible"))
    yield Section("waitlist", "Who comes in when a seat becomes free", tuple(blocks))


def _row(problem: Problem, row: Vacancy) -> tuple[Content, ...]:
    groups = (joined((name_mentee(problem, mentee) for mentee in group), " and ") for group in row.queue)
    queue: Content = joined((part for group in groups for part in group), ", then ") if row.queue else "Nobody"
    if row.conflict is not None:
        queue = Data(" ".join(["Nobody: not all rules could be kept.", *map(str, row.conflict.members)]))
    return name_mentee(problem, row.mentee), name_mentor(problem, row.mentor), queue
