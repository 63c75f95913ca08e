"""Days, times of day, time zones and holidays as the calendar states them.

TOML has days and times of day of its own; JSON and tables write them as text: ``2027-03-01``, ``09:00``.
"""

from __future__ import annotations

import zoneinfo
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from prssmi_match.problem.text import nearest
from prssmi_match.problem.values import Document, SomeRows, Text

__all__ = ["WEEKDAYS", "Clock", "Day", "HolidayCode", "Hours", "Period", "Weekday", "Weekdays", "Zone"]

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)
"""The days of a week, in the order of ``date.weekday``."""
FIRST_YEAR, LAST_YEAR = 1970, 2200
"""Years that a calendar is read for; time zones are not known far beyond."""


def _day(value: Any) -> Any:  # noqa: ANN401 - a validator sees whatever was written
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value.strip())
        except ValueError:
            raise PydanticCustomError("day", "Input should be a day that exists, written as 2027-03-01") from None
    if not isinstance(value, date) or isinstance(value, datetime):
        raise PydanticCustomError("day", "Input should be a day, written as 2027-03-01")
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        context = {"first": FIRST_YEAR, "last": LAST_YEAR}
        raise PydanticCustomError("day_out_of_range", "Input should be a day of the years {first} to {last}", context)
    return value


def _clock(value: Any) -> Any:  # noqa: ANN401 - a validator sees whatever was written
    if isinstance(value, str):
        try:
            value = time.fromisoformat(value.strip())
        except ValueError:
            raise PydanticCustomError("clock", "Input should be a time of day, written as 09:30") from None
    if not isinstance(value, time) or value.tzinfo is not None or value.second or value.microsecond:
        raise PydanticCustomError("clock", "Input should be a time of day in whole minutes, written as 09:30")
    return value


def _hours(value: tuple[time, time]) -> tuple[time, time]:
    if value[0] >= value[1]:
        context = {"first": f"{value[0]:%H:%M}", "last": f"{value[1]:%H:%M}"}
        raise PydanticCustomError("hours_reversed", "The hours begin at {first} and end at {last}", context)
    return value


@cache
def _is_zone(name: str) -> bool:
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _zone(value: str) -> str:
    if not _is_zone(value):
        known = zoneinfo.available_timezones()
        by_city = {name.rpartition("/")[2]: name for name in sorted(known)}
        close = nearest(value, known) or by_city.get(nearest(value.rpartition("/")[2], by_city) or "")
        what = f"did you mean {close!r}?" if close else "write it as America/Chicago"
        if not known:
            what = "this computer knows no time zones; install them with: pip install 'prssmi-match[planning]'"
        raise PydanticCustomError("unknown_time_zone", "No time zone has this name; {what}", {"what": what})
    return value


def _distinct(value: tuple[Weekday, ...]) -> tuple[Weekday, ...]:
    if len(set(value)) < len(value):
        raise PydanticCustomError("duplicate_weekday", "A day of the week stands twice; keep one")
    return value


def _holiday_code(value: str) -> str:
    try:
        import holidays
    except ImportError:
        return value  # whoever expands it says what to install
    country, _, part = value.partition("-")
    known = holidays.list_supported_countries()
    if country not in known:
        close = nearest(country, known)
        what = f"Did you mean {close!r}?" if close else "Write it as US, or as US-MN for a state."
        raise PydanticCustomError(
            "unknown_holidays", "No country with known holidays has this code. {what}", {"what": what}
        )
    if part and part not in known[country]:
        context = {"country": country, "parts": ", ".join(known[country]) or "none"}
        text = "{country} has no part with holidays of this name; those known are: {parts}"
        raise PydanticCustomError("unknown_holidays", text, context)
    return value


def _as_tuple(value: Any) -> Any:  # noqa: ANN401 - a validator sees whatever was written
    return tuple(value) if isinstance(value, list) else value


Day = Annotated[date, BeforeValidator(_day)]
Clock = Annotated[time, BeforeValidator(_clock)]
Hours = Annotated[tuple[Clock, Clock], AfterValidator(_hours), BeforeValidator(_as_tuple)]
Weekdays = Annotated[SomeRows[Weekday], AfterValidator(_distinct)]
Zone = Annotated[Text, AfterValidator(_zone)]
HolidayCode = Annotated[Text, AfterValidator(_holiday_code)]


class Period(Document):
    """Days from the first to the last, both included; one day where no last one is stated."""

    first: Day
    last: Day | None = Field(default=None, description="null: the first day alone")
    reason: Text | None = None

    @field_validator("last")
    @classmethod
    def _in_order(cls, value: date | None, info: ValidationInfo) -> date | None:
        first = info.data.get("first")
        if value is not None and first is not None and value < first:
            context = {"first": str(first), "last": str(value)}
            raise PydanticCustomError("days_reversed", "The last day {last} is before the first one {first}", context)
        return value

    @property
    def end(self) -> date:
        """The last day."""
        return self.first if self.last is None else self.last

    def __contains__(self, day: date) -> bool:
        """Whether a day is one of these."""
        return self.first <= day <= self.end

    def days(self) -> list[date]:
        """Return every day."""
        return [self.first + timedelta(days=number) for number in range((self.end - self.first).days + 1)]
