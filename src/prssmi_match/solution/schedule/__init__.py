"""A schedule: the dates of sessions, visits and calls, and what is due when."""

from __future__ import annotations

from prssmi_match.solution.schedule.events import Call, Due, Moved, Session, Visit
from prssmi_match.solution.schedule.repair import CalendarChange, CalendarRepair, PlanDiagnosis
from prssmi_match.solution.schedule.schedule import Schedule, ScheduleCondition

__all__ = [
    "CalendarChange",
    "CalendarRepair",
    "Call",
    "Due",
    "Moved",
    "PlanDiagnosis",
    "Schedule",
    "ScheduleCondition",
    "Session",
    "Visit",
]
