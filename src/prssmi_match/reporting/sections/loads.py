"""How many mentees each mentor has, of how many it takes; unused mentors too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.document import Column, Number, Section, Table, Text
from prssmi_match.reporting.places import mentor_with_place
from prssmi_match.reporting.words import joined, name_mentee

if TYPE_CHECKING:
    from collections.abc import Callable

    from prssmi_match.problem.participants import Mentor
    from prssmi_match.reporting.document import Content
    from prssmi_match.solution.result import Result

__all__ = ["build_loads"]

_CAPTION = "Mentees of each available mentor"


def build_loads(result: Result) -> Section | None:
    """Return the load of every available mentor; None without a matching."""
    if not result.has_matching:
        return None
    mentors = [mentor for mentor in result.problem.mentor_by_id.values() if mentor.available]
    if not mentors:
        return Section("loads", "Mentor loads", (Text("No mentor is available."),))
    columns = _columns(result, mentors)
    table = Table(
        columns=tuple(column for column, _ in columns),
        rows=tuple(tuple(cell(mentor) for _, cell in columns) for mentor in mentors),
        caption=f"{_CAPTION} (* not stated, so assumed)" if _some_unstated(mentors) else _CAPTION,
    )
    return Section("loads", "Mentor loads", (table,))


def _columns(result: Result, mentors: list[Mentor]) -> list[tuple[Column, Callable[[Mentor], Content]]]:
    problem, matching = result.problem, result.matching
    columns: list[tuple[Column, Callable[[Mentor], Content]]] = [
        (Column("Mentor"), lambda mentor: mentor_with_place(problem, mentor.id)),
        (Column("Mentees", "number"), lambda mentor: Number(len(matching.mentees_of(mentor.id)))),
        (
            Column("Takes at most", "number"),
            lambda mentor: Number(problem.capacity(mentor), "*" if mentor.max_mentees is None else ""),
        ),
    ]
    if any(mentor.min_mentees for mentor in mentors):
        columns.append((Column("At least, if used", "number"), lambda mentor: Number(mentor.min_mentees)))
    if any(mentor.max_workload is not None for mentor in mentors):
        columns.append((Column("Workload", "number"), _workload(result)))
    columns.append((Column("Who", "prose"), lambda mentor: _who(result, mentor)))
    return columns


def _some_unstated(mentors: list[Mentor]) -> bool:
    return any(mentor.max_mentees is None for mentor in mentors)


def _workload(result: Result) -> Callable[[Mentor], Content]:
    stated = {(row.mentee, row.mentor): row.workload for row in result.problem.pairs if row.workload is not None}
    usual = {mentee.id: mentee.workload for mentee in result.problem.mentees}

    def cell(mentor: Mentor) -> Content:
        mentees = result.matching.mentees_of(mentor.id)
        load = sum(stated.get((mentee, mentor.id), usual[mentee]) for mentee in mentees)
        return f"{load} (no limit)" if mentor.max_workload is None else f"{load} of {mentor.max_workload}"

    return cell


def _who(result: Result, mentor: Mentor) -> Content:
    mentees = result.matching.mentees_of(mentor.id)
    return joined(name_mentee(result.problem, mentee) for mentee in mentees) if mentees else "Not used"
