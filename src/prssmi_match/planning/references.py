"""Sites that a calendar names and a problem does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.errors import Finding
from prssmi_match.problem.text import nearest

if TYPE_CHECKING:
    from prssmi_match.problem.calendar import Calendar
    from prssmi_match.problem.document import Problem

__all__ = ["reference_findings"]


def reference_findings(problem: Problem, calendar: Calendar) -> list[Finding]:
    """Return a finding for every unknown id, in the order of the calendar."""
    findings = []
    for side, rows, known in (
        ("mentees", calendar.mentees, problem.mentee_by_id),
        ("mentors", calendar.mentors, problem.mentor_by_id),
    ):
        for number, row in enumerate(rows):
            if row.id not in known:
                close = nearest(row.id, known)
                guess = f"Did you mean {close!r}?" if close else "Correct it, or take the row out."
                sentence = f"The calendar names {row.id!r}, which is not the id of a {side[:-1]}. {guess}"
                place = f"calendar {side}[{number}].id"
                findings.append(Finding("unknown_id", place, repr(row.id), f"the id of a {side[:-1]}", sentence))
    return findings
