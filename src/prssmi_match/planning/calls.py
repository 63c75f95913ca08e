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
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime

    from prssmi_match.planning.days import Days, Site
    from prssmi_match.planning.events import EventKind
    from prssmi_match.problem.calendar import CallPlan

__all__ = ["call_options", "call_window"]


def call_options(
    days: Days, sites: tuple[Site, Site], last: date, before: datetime | None = None, *, full: bool
) -> Iterator[Option]:
    """Give the calls that a mentee and its mentor can have by a day, on the mentor's clock.

    Unless ``full``, the first of each day that can, and the time ``before`` of the earlier plan, if it still can.
    """
    calendar = days.calendar
    for offset in range((last - calendar.start).days + 1):
        day = calendar.start + timedelta(days=offset)
        starts = starts_of_day(days.zone(sites[1]), day, calendar.sessions.step_minutes)
        if full:
            yield from freest(_times(days, sites, day, starts))
        elif not days.against(sites[1], day):
            yield from _first(days, sites, day, starts, before)


def _times(days: Days, sites: tuple[Site, Site], day: date, starts: Sequence[datetime]) -> Iterator[Option]:
    minutes = days.calendar.calls.minutes
    for start in starts:
        against = [refusal for site in reversed(sites) for refusal in days.against_meeting(site, start, minutes)]
        yield Option(day, day, start, merged(against))


def _first(
    days: Days, sites: tuple[Site, Site], day: date, starts: Sequence[datetime], before: datetime | None
) -> Iterator[Option]:
    minutes, is_first = days.calendar.calls.minutes, True
    for start in starts:
        if (is_first or start == before) and not any(days.against_meeting(site, start, minutes) for site in sites):
            is_first = False
            yield Option(day, day, start)


def call_window(calls: CallPlan, kind: EventKind, visit: Option) -> tuple[date, date]:
    """Return the first and the last day of a call around a visit."""
    if kind == "intro":
        least, most = calls.intro_days
        return visit.day - timedelta(days=most), visit.day - timedelta(days=least)
    least, most = calls.debrief_days
    return visit.last_day + timedelta(days=least), visit.last_day + timedelta(days=most)
