"""Every mentor and how many mentees it has, of how many it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.wording import label_mentee, label_mentor
from prssmi_match.reporting.document import Number
from prssmi_match.reporting.workbook.sheet import Sheet, SheetColumn

if TYPE_CHECKING:
    from prssmi_match.problem.participants import Mentor
    from prssmi_match.reporting.document import Tone
    from prssmi_match.reporting.workbook.sheet import Cell
    from prssmi_match.solution.result import Result

__all__ = ["loads_sheet"]

_TONES: dict[str, Tone] = {"Full": "caution", "Has room": "good"}


def loads_sheet(result: Result) -> Sheet:
    """Return one row a mentor, withdrawn ones among them."""
    columns = (
        SheetColumn("Mentor"),
        SheetColumn("Mentor id"),
        SheetColumn("State"),
        SheetColumn("Status", tones=_TONES),
        SheetColumn("Mentees"),
        SheetColumn("Takes at most"),
        SheetColumn("At least, if used"),
        SheetColumn("Workload"),
        SheetColumn("Workload at most"),
        SheetColumn("Who", is_prose=True),
    )
    rows = tuple(_row(result, mentor) for mentor in result.problem.mentor_by_id.values())
    return Sheet("loads", "Loads", "Every mentor and its mentees (* not stated, so assumed)", columns, rows)


def _row(result: Result, mentor: Mentor) -> tuple[Cell, ...]:
    problem = result.problem
    mentees = result.matching.mentees_of(mentor.id)
    most = problem.capacity(mentor)
    return (
        label_mentor(problem, mentor.id),
        mentor.id,
        mentor.state,
        _status(mentor, len(mentees), most),
        len(mentees),
        Number(most, "*" if mentor.max_mentees is None else ""),
        mentor.min_mentees,
        _workload(result, mentor.id),
        mentor.max_workload,
        ", ".join(label_mentee(problem, mentee) for mentee in mentees),
    )


def _status(mentor: Mentor, mentees: int, most: int) -> str:
    if not mentor.available:
        return "Withdrawn"
    if not mentees:
        return "Not used"
    return "Full" if mentees >= most else "Has room"


def _workload(result: Result, mentor: str) -> int:
    stated = {(row.mentee, row.mentor): row.workload for row in result.problem.pairs if row.workload is not None}
    mentees = (result.problem.mentee_by_id[mentee] for mentee in result.matching.mentees_of(mentor))
    return sum(stated.get((mentee.id, mentor), mentee.workload) for mentee in mentees)
