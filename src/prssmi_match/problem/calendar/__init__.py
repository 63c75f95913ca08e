"""The calendar: when the sessions and visits of a matched cohort can be, and what is asked of them."""

from __future__ import annotations

from prssmi_match.problem.calendar.document import Calendar
from prssmi_match.problem.calendar.plans import AfterPlan, CallPlan, SessionPlan, VisitPlan
from prssmi_match.problem.calendar.sites import EarlierDate, MenteeDates, MentorDates, SiteDates
from prssmi_match.problem.calendar.values import Period, Weekday

__all__ = [
    "AfterPlan",
    "Calendar",
    "CallPlan",
    "EarlierDate",
    "MenteeDates",
    "MentorDates",
    "Period",
    "SessionPlan",
    "SiteDates",
    "VisitPlan",
    "Weekday",
]
