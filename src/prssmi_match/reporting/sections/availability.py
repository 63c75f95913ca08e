"""Sites of the cohort that took no part in the match."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.document import Column, Section, Table, Text
from prssmi_match.reporting.words import name_mentee, name_mentor

if TYPE_CHECKING:
    from prssmi_match.reporting.document import Block
    from prssmi_match.solution.result import Result

__all__ = ["build_availability"]

_STATUS = {"hold": "On hold", "withdrawn": "Withdrawn"}


def build_availability(result: Result) -> Section:
    """Return the sites on hold and withdrawn; a section of every report, so that nobody is forgotten."""
    problem = result.problem
    mentees = [mentee for mentee in problem.mentee_by_id.values() if not mentee.available]
    mentors = [mentor for mentor in problem.mentor_by_id.values() if not mentor.available]
    rows = (
        *((name_mentee(problem, mentee.id), "Mentee", _STATUS[mentee.status]) for mentee in mentees),
        *((name_mentor(problem, mentor.id), "Mentor", _STATUS[mentor.status]) for mentor in mentors),
    )
    block: Block = Text("No site is on hold or withdrawn.")
    if rows:
        block = Table((Column("Site"), Column("Side"), Column("Status")), rows, "Sites that could not be matched")
    return Section("availability", "Not taking part", (block,))
