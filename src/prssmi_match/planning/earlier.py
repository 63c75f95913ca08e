"""A calendar that knows the dates of an earlier plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.calendar import EarlierDate

if TYPE_CHECKING:
    from prssmi_match.problem.calendar import Calendar
    from prssmi_match.solution.schedule import Schedule

__all__ = ["with_earlier"]


def with_earlier(calendar: Calendar, plan: Schedule) -> Calendar:
    """Return the calendar with the dates of a plan as the earlier ones; the next plan moves as few as can be."""
    meetings = [EarlierDate(key=m.key, day=m.day, start_utc=m.start_utc) for m in (*plan.sessions, *plan.calls)]
    visits = [EarlierDate(key=visit.key, day=visit.first_day) for visit in plan.visits]
    return calendar.model_copy(update={"earlier": (*meetings, *visits)})
