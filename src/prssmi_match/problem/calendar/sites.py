"""What single sites say of their days, and the dates of an earlier plan."""

from __future__ import annotations

from typing import Annotated

from pydantic import AwareDatetime, BeforeValidator, Field

from prssmi_match.problem.calendar.values import Day, HolidayCode, Hours, Period, Weekdays, Zone
from prssmi_match.problem.values import Count, Document, Rows, SiteId, Text

__all__ = ["EarlierDate", "MenteeDates", "MentorDates", "SiteDates"]


class SiteDates(Document):
    """When a site can meet. Only ``id`` is required; what is left out is as the whole program has it."""

    id: SiteId
    time_zone: Zone | None = Field(default=None, description="null: the program's")
    weekdays: Weekdays | None = Field(default=None, description="days of the week that it works; null: the program's")
    hours: Hours | None = Field(default=None, description="local hours for sessions and calls; null: the program's")
    holidays: Rows[HolidayCode] = Field(default=(), description="beside the program's, such as US-MN")
    available: Rows[Period] = Field(default=(), description="the only days that it can meet; empty: all")
    away: Rows[Period] = Field(default=(), description="days that it cannot meet")


class MenteeDates(SiteDates):
    """When a mentee can meet."""


class MentorDates(SiteDates):
    """When a mentor can meet, and how many visits it can host; what is left out is as ``visits`` states it."""

    hosting: Rows[Period] = Field(default=(), description="the only days that it can host a visit; empty: all")
    visits_a_month: Count | None = Field(default=None, description="visits that begin in a month of the year, at most")
    groups_at_once: Count | None = Field(default=None, description="visits on the same day, at most")
    preparation_days: Count | None = Field(default=None, description="free days before a visit, after the one before")


def _instant(value: object) -> object:
    from datetime import datetime

    if isinstance(value, str):
        try:
            return datetime.fromisoformat(value.strip())
        except ValueError:
            return value
    return value


class EarlierDate(Document):
    """A date of an earlier plan, by the key that its session, visit or call has in every plan.

    A key that the new plan does not have is ignored.
    """

    key: Text
    day: Day
    start_utc: Annotated[AwareDatetime | None, BeforeValidator(_instant)] = Field(
        default=None, description="of a session or call; null: only its day is to stay"
    )
