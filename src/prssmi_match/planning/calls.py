"""The days on which a mentee and its mentor can call each other: one time a day is enough, as nobody calls twice."""

from __future__ import annotations

from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING

from prssmi_match.planning.days import starts_of_day
from prssmi_match.planning.events import Option, freest
from prssmi_match.planning.visits import merged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from prssmi_match.planning.days import Days, Site
    from prssmi_match.planning.events import EventKind
    from prssmi_match.problem.calendar import CallPlan

__all__ = ["call_options", "call_window"]


def call_options(days: Days, mentee: Site, mentor: Site, last: date, *, full: bool) -> Iterator[Option]:
    """Give the calls that can be by a day, on the mentor's clock; unless ``full``, the first of each day that can."""
    calendar = days.calendar
    for offset in range((last - calendar.start).days + 1):
        day = calendar.start + timedelta(days=offset)
        if not full and days.against(mentor, day):
            continue
        yield from freest(_times(days, mentee, mentor, day)) if full else _first(_times(days, mentee, mentor, day))


def _times(days: Days, mentee: Site, mentor: Site, day: date) -> Iterator[Option]:
    minutes = days.calendar.calls.minutes
    for start in starts_of_day(days.zone(mentor), day, days.calendar.sessions.step_minutes):
        against = [refusal for site in (mentor, mentee) for refusal in days.against_meeting(site, start, minutes)]
        yield Option(day, day, start, merged(against))


def _first(times: Iterator[Option]) -> Iterator[Option]:
    """Give the first time that nothing stands against, if there is one."""
    yield from islice((option for option in times if not option.against), 1)


def call_window(calls: CallPlan, kind: EventKind, visit: Option) -> tuple[date, date]:
    """Return the first and the last day of a call around a visit."""
    if kind == "intro":
        least, most = calls.intro_days
        return visit.day - timedelta(days=most), visit.day - timedelta(days=least)
    least, most = calls.debrief_days
    return visit.last_day + timedelta(days=least), visit.last_day + timedelta(days=most)
