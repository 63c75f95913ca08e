"""The value of each aim, worked out from a schedule alone."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from prssmi_match.verification.schedule.papers import moved_keys
from prssmi_match.verification.schedule.view import PlanView

if TYPE_CHECKING:
    from prssmi_match.problem.calendar import Calendar
    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.matching import Matching
    from prssmi_match.solution.schedule import Schedule

__all__ = ["value_of_aims"]


def value_of_aims(problem: Problem, matching: Matching, calendar: Calendar, schedule: Schedule) -> dict[str, int]:
    """Return what a schedule reaches, by the name of the aim; the draw is not among them."""
    begun = Counter(tuple(visit.first_day.isocalendar())[:2] for visit in schedule.visits)
    start = calendar.start
    return {
        "moved": -len(moved_keys(PlanView(problem, matching, calendar, schedule))),
        "attendance": sum(
            len(session.mentees) + len(session.mentors) - len(session.absent_mentees) - len(session.absent_mentors)
            for session in schedule.sessions
        ),
        "spread": -sum(number * (number - 1) // 2 for number in begun.values()),
        "early": -sum(
            (day - start).days for day in [*(s.day for s in schedule.sessions), *(v.first_day for v in schedule.visits)]
        ),
        "calls": -sum((call.day - start).days for call in schedule.calls),
    }
