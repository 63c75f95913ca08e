"""The days on which a mentee and its mentor can call each other: one time a day is enough, as nobody calls twice."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from prssmi_match.planning.days import starts_of_day
from prssmi_match.planning.events import Option
from prssmi_match.planning.visits import merged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from prssmi_match.planning.days import Days, Refusal, Site

__all__ = ["call_options"]


def call_options(days: Days, mentee: Site, mentor: Site, last: date, *, full: bool) -> Iterator[Option]:
    """Give the calls that can be by a day, on the mentor's clock; unless ``full``, the first of each day that can."""
    calendar = days.calendar
    for offset in range((last - calendar.start).days + 1):
        day = calendar.start + timedelta(days=offset)
        if not full and days.against(mentor, day):
            continue
        seen: set[tuple[Refusal, ...]] = set()
        for start in starts_of_day(days.zone(mentor), day, calendar.sessions.step_minutes):
            meeting = (start, calendar.calls.minutes)
            against = merged([*days.against_meeting(mentor, *meeting), *days.against_meeting(mentee, *meeting)])
            if against not in seen and (full or not against):
                seen.add(against)
                yield Option(day, day, start, against)
            if not against:
                break
