"""What is asked of sessions, visits, calls and papers. All of it has a default: the rules of the 2019 round."""

from __future__ import annotations

from datetime import time
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from prssmi_match.problem.calendar.values import Day, Hours
from prssmi_match.problem.values import Count, Document, Range

__all__ = ["AfterPlan", "CallPlan", "SessionPlan", "VisitPlan"]

_Minutes = Annotated[int, Field(ge=5, le=480)]
_Days = Annotated[int, Field(ge=0, le=366)]


class SessionPlan(Document):
    """Virtual learning sessions: one in each month that begins in the first quarter.

    Months are counted from the first day of the program, so a program that starts on January 11 has its second month
    from February 11 on.
    """

    per: Literal["cohort", "setting", "mentor"] = Field(
        default="cohort", description="who meets together: everybody, those of a setting, or a mentor and its mentees"
    )
    minutes: _Minutes = 60
    hours: Hours = Field(default=(time(9), time(17)), description="local hours of each site, where it states none")
    step_minutes: Literal[15, 30, 60] = Field(default=30, description="sessions and calls begin at multiples of it")
    present_percent: Annotated[int, Field(ge=0, le=100)] = Field(
        default=50, description="the share of a group's teams that have to be able to come"
    )
    days_apart: _Days = Field(default=14, description="days from a session to the next of the group, at least")


class VisitPlan(Document):
    """One visit of each mentee at its mentor's site."""

    days: Annotated[int, Field(ge=1, le=14)] = Field(default=2, description="days in a row")
    sessions_before: Count | None = Field(default=None, description="sessions before it, at least; null: all")
    notice_days: _Days = Field(default=0, description="days from the announcement to the first day, at least")
    together: Annotated[int, Field(ge=1, le=100)] = Field(
        default=1, description="teams of one mentor that can come on one visit; 1: none together"
    )
    visits_a_month: Count | None = Field(default=None, description="of a mentor that states nothing; null: no limit")
    groups_at_once: Count = Field(default=1, description="of a mentor that states nothing")
    preparation_days: _Days = Field(default=0, description="of a mentor that states nothing")
    least_travelers: Count = Field(default=2, description="team members that have to take part")
    paid_travelers: Count = Field(
        default=3, description="team members that the program pays for, at most", validate_default=True
    )

    @field_validator("paid_travelers")
    @classmethod
    def _reach_least(cls, value: int, info: ValidationInfo) -> int:
        least = info.data.get("least_travelers")
        if least is not None and value < least:
            context = {"low": least, "high": value}
            raise PydanticCustomError("min_above_max", "least_travelers {low} is above paid_travelers {high}", context)
        return value


class CallPlan(Document):
    """A call of a mentee and its mentor before the visit, and one after it."""

    intro: bool = True
    intro_days: Range = Field(default=(3, 21), description="days from the call to the first day of the visit")
    debrief: bool = True
    debrief_days: Range = Field(default=(1, 14), description="days from the last day of the visit to the call")
    minutes: _Minutes = 30


class AfterPlan(Document):
    """What is due after the visit; a day on which the site does not work becomes the next one on which it does."""

    workplan_days: _Days = Field(default=30, description="days from the last day of the visit to the workplan")
    survey_on: Day | None = Field(default=None, description="the day of the survey; null: the program's last day")
