"""The times at which a mentee and its mentor can call each other.

One time a day is enough, as nobody calls twice, and beside it the time that the call had in an earlier plan.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from prssmi_match.planning.days import starts_of_day
from prssmi_match.planning.events import Option, freest
from prssmi_match.planning.visits import merged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from prssmi_match.planning.days import Days, Site
    from prssmi_match.planning.events import EventKind
    from prssmi_match.problem.calendar import CallPlan

__all__ = ["call_options", "call_window"]


def call_options(
    days: Days, mentee: Site, mentor: Site, last: date, before: datetime | None = None, *, full: bool
) -> Iterator[Option]:
    """Give the calls that can be by a day, on the mentor's clock.

    Unless ``full``, the first of each day that can, and the time ``before`` of the earlier plan, if it still can.
    """
    calendar = days.calendar
    for offset in range((last - calendar.start).days + 1):
        day = calendar.start + timedelta(days=offset)
        if full:
            yield from freest(_times(days, mentee, mentor, day))
        elif not days.against(mentor, day):
            yield from _first(days, mentee, mentor, day, before)


def _times(days: Days, mentee: Site, mentor: Site, day: date) -> Iterator[Option]:
    minutes = days.calendar.calls.minutes
    for start in _starts(days, mentor, day):
        against = [refusal for site in (mentor, mentee) for refusal in days.against_meeting(site, start, minutes)]
        yield Option(day, day, start, merged(against))


def _first(days: Days, mentee: Site, mentor: Site, day: date, before: datetime | None) -> Iterator[Option]:
    minutes, is_first = days.calendar.calls.minutes, True
    for start in _starts(days, mentor, day):
        if (is_first or start == before) and not any(
            days.against_meeting(site, start, minutes) for site in (mentor, mentee)
        ):
            is_first = False
            yield Option(day, day, start)


def _starts(days: Days, mentor: Site, day: date) -> tuple[datetime, ...]:
    return starts_of_day(days.zone(mentor), day, days.calendar.sessions.step_minutes)


def call_window(calls: CallPlan, kind: EventKind, visit: Option) -> tuple[date, date]:
    """Return the first and the last day of a call around a visit."""
    if kind == "intro":
        least, most = calls.intro_days
        return visit.day - timedelta(days=most), visit.day - timedelta(days=least)
    least, most = calls.debrief_days
    return visit.last_day + timedelta(days=least), visit.last_day + timedelta(days=most)
