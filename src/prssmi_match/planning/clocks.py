"""When something can begin, by the clocks of the sites that take part.

Time zones end here: what goes on to the solver are days, and instants in UTC.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from prssmi_match.planning.undominated import undominated

__all__ = [
    "Clock",
    "Listed",
    "Shown",
    "Starts",
    "all_starts",
    "freest_starts",
    "on_clock",
    "shared_starts",
    "starts_of_day",
]


class Clock(NamedTuple):
    """By what a site tells the time: its time zone, and its hours."""

    zone: str
    hours: tuple[time, time]


class Shown(NamedTuple):
    """What a clock shows at a start: its day, and by how many hours its hours would have to be wider."""

    day: date
    lacking: int


Listed = tuple[tuple[datetime, tuple[Shown, ...]], ...]
"""Starts, each with what every clock shows."""
Starts = Callable[[str, tuple[Clock, ...], date, int, int], Listed]
"""What lists the starts of a day: in a time zone, for clocks, the day, a step and how long it takes, in minutes."""


@cache
def starts_of_day(zone: str, day: date, step: int) -> tuple[datetime, ...]:
    """Return the instants, in UTC, at which something can begin on a day, at multiples of a step in minutes.

    An hour that a clock skips is none, and neither is one that it shows twice: nobody could tell which is meant.
    """
    starts = [datetime.combine(day, time(*divmod(minute, 60)), ZoneInfo(zone)) for minute in range(0, 24 * 60, step)]
    return tuple(start.astimezone(UTC) for start in starts if start.utcoffset() == start.replace(fold=1).utcoffset())


@cache
def on_clock(clock: Clock, start: datetime, minutes: int) -> Shown:
    """Return what a clock shows at a start."""
    zone = ZoneInfo(clock.zone)
    begins, ends = start.astimezone(zone), (start + timedelta(minutes=minutes)).astimezone(zone)
    if ends.date() != begins.date():
        return Shown(begins.date(), 24)
    early = _minute(clock.hours[0]) - _minute(begins.time())
    late = _minute(ends.time()) - _minute(clock.hours[1])
    return Shown(begins.date(), math.ceil(max(0, early, late) / 60))


def all_starts(zone: str, clocks: tuple[Clock, ...], day: date, step: int, minutes: int) -> Listed:
    """Return every start of a day in a time zone, with what some clocks show."""
    starts = starts_of_day(zone, day, step)
    return tuple((start, tuple(on_clock(clock, start, minutes) for clock in clocks)) for start in starts)


@cache
def shared_starts(zone: str, clocks: tuple[Clock, ...], day: date, step: int, minutes: int) -> Listed:
    """Return the starts that are within the hours of all clocks."""
    listed = all_starts(zone, clocks, day, step, minutes)
    return tuple((start, shown) for start, shown in listed if not any(each.lacking for each in shown))


@cache
def freest_starts(zone: str, clocks: tuple[Clock, ...], day: date, step: int, minutes: int) -> Listed:
    """Return the starts, without those for which all hours would have to be as wide as for another one, or wider."""
    return tuple(undominated(all_starts(zone, clocks, day, step, minutes), _is_as_near))


def _is_as_near(one: tuple[datetime, tuple[Shown, ...]], other: tuple[datetime, tuple[Shown, ...]]) -> bool:
    """Whether clocks show the same days at two starts, and no hours would have to be wider for the first."""
    return all(mine.day == its.day and mine.lacking <= its.lacking for mine, its in zip(one[1], other[1], strict=True))


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute
