"""A schedule: the dates of sessions, visits and calls, and what is due when."""

from __future__ import annotations

from prssmi_match.solution.schedule.events import Call, Due, Moved, Session, Visit
from prssmi_match.solution.schedule.schedule import Schedule, ScheduleCondition

__all__ = ["Call", "Due", "Moved", "Schedule", "ScheduleCondition", "Session", "Visit"]
