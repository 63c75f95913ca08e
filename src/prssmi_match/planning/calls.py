"""The times at which a mentee and its mentor can call each other.

One time a day is enough, as nobody calls twice, and beside it the time that the call had in an earlier plan.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import chain
from typing import TYPE_CHECKING

from prssmi_match.planning.clocks import freest_starts, shared_starts
from prssmi_match.planning.events import Option
from prssmi_match.planning.undominated import undominated
from prssmi_match.planning.visits import merged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from prssmi_match.planning.clocks import Listed, Starts
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
        if full:
            yield from undominated(_times(days, sites, day), Option.is_as_free)
        elif not days.against(sites[1], day):
            yield from _first(days, sites, day, before)


def _starts(days: Days, sites: tuple[Site, Site], day: date, listed: Starts) -> Listed:
    calendar, clocks = days.calendar, (days.clock(sites[0]), days.clock(sites[1]))
    return listed(clocks[1].zone, clocks, day, calendar.sessions.step_minutes, calendar.calls.minutes)


def _times(days: Days, sites: tuple[Site, Site], day: date) -> Iterator[Option]:
    for start, shown in _starts(days, sites, day, freest_starts):
        against = chain.from_iterable(map(days.against_meeting, sites, shown))
        yield Option(day, day, start, merged(against))


def _first(days: Days, sites: tuple[Site, Site], day: date, before: datetime | None) -> Iterator[Option]:
    is_first = True
    for start, (shown, _) in _starts(days, sites, day, shared_starts):
        if (is_first or start == before) and not days.against(sites[0], shown.day):  # the other one was asked before
            is_first = False
            yield Option(day, day, start)


def call_window(calls: CallPlan, kind: EventKind, visit: Option) -> tuple[date, date]:
    """Return the first and the last day of a call around a visit."""
    if kind == "intro":
        least, most = calls.intro_days
        return visit.day - timedelta(days=most), visit.day - timedelta(days=least)
    least, most = calls.debrief_days
    return visit.last_day + timedelta(days=least), visit.last_day + timedelta(days=most)
