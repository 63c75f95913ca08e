"""What the rows of the table are held against."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.intake.columns import Column, Kind, Table
from prssmi_match.problem.progress import MILESTONES
from prssmi_match.problem.text import fold
from prssmi_match.problem.wording.milestones import milestone_title

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.schedule import Schedule

__all__ = ["NAMES", "TABLE", "Plan", "plan_of"]

TABLE = Table(
    "progress",
    (
        Column("site", Kind.TEXT),
        Column("milestone", Kind.TEXT),
        Column("session", Kind.TEXT),
        Column("date", Kind.DATE),
        Column("people", Kind.WHOLE),
        Column("done", Kind.CHOICE, ("yes", "no")),
        Column("note", Kind.TEXT),
    ),
    ("site", "milestone"),
)
NAMES = {fold(word): name for name in MILESTONES for word in (name, name.replace("_", " "), milestone_title(name))}
"""Milestones by what people call them, folded."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What the rows of the table are held against.

    Parameters
    ----------
    problem : Problem
        States the sites.
    sessions : mapping of str to (mapping of str to date)
        By mentee with a mentor, the learning sessions of its group by number, each with its day.
    mentors : frozenset of str
        The mentors of the plan.
    as_of : datetime.date
        The day after which nothing can have been reported.
    """

    problem: Problem
    sessions: Mapping[str, Mapping[str, date]]
    mentors: frozenset[str]
    as_of: date


def plan_of(schedule: Schedule, as_of: date) -> Plan:
    """Return what a schedule has to say about reports."""
    sessions: dict[str, dict[str, date]] = {pair.mentee: {} for pair in schedule.matching.pairs}
    for session in schedule.sessions:
        for mentee in session.mentees:
            sessions[mentee][str(session.number)] = session.day
    mentors = frozenset(pair.mentor for pair in schedule.matching.pairs)
    return Plan(schedule.problem, sessions, mentors, as_of)
