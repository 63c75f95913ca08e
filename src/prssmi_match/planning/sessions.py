"""The times at which a session can be, and who could come."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from prssmi_match.planning.days import Site, on_clock, starts_of_day
from prssmi_match.planning.events import Option, freest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from prssmi_match.planning.days import Clock, Days, Refusal
    from prssmi_match.planning.groups import Group

__all__ = ["needed", "participants", "session_options"]


def participants(group: Group) -> list[Site]:
    """Return the sites of a group."""
    return [*(Site("mentee", name) for name in group.mentees), *(Site("mentor", name) for name in group.mentors)]


def needed(teams: int, percent: int) -> int:
    """Return how many teams are a share of them, rounded up."""
    return math.ceil(teams * percent / 100)


def session_options(days: Days, group: Group, dates: Iterable[date], key: str, *, full: bool) -> tuple[Option, ...]:
    """Return the times of some days, by the program's clock.

    Unless ``full``, those at which enough teams can come, without those of a day than which another one of that day is
    as good for teams and for mentors; the time that the session had in the earlier plan is always kept.
    """
    calendar = days.calendar
    before = {row.key: row.start_utc for row in calendar.earlier}.get(key)
    by_clock: dict[Clock, list[Site]] = {}
    for site in participants(group):
        by_clock.setdefault(days.clock(site), []).append(site)
    options: list[Option] = []
    for day in dates:
        times = list(_times(days, by_clock, day))
        kept = freest(times) if full else _best(option for option in times if _is_enough(days, group, option))
        kept += [option for option in times if option.start == before and option not in kept]
        options += [option for option in kept if full or _is_enough(days, group, option)]
    return tuple(sorted(options, key=lambda option: option.lot))


def _times(days: Days, by_clock: Mapping[Clock, Sequence[Site]], day: date) -> Iterator[Option]:
    """Give the times of a day; sites with the same clock are asked together, once for all times that it takes alike."""
    plan, everybody = days.calendar.sessions, tuple(days.against_everybody(day))
    known: dict[tuple[Clock, tuple[date, int]], dict[Site, tuple[Refusal, ...]]] = {}
    for start in starts_of_day(days.calendar.zone, day, plan.step_minutes):
        absent: dict[Site, tuple[Refusal, ...]] = {}
        for clock, sites in by_clock.items():
            shown = on_clock(clock, start, plan.minutes)
            if (clock, shown) not in known:
                against = [(site, days.against_hours(site, *shown)) for site in sites]
                known[clock, shown] = {site: found for site, found in against if found}
            absent |= known[clock, shown]
        yield Option(day, day, start, everybody, absent)


def _is_enough(days: Days, group: Group, option: Option) -> bool:
    if option.against:
        return False
    if group.host is not None and Site("mentor", group.host) in option.absent:
        return False
    absent = sum(1 for site in option.absent if site.side == "mentee")
    return len(group.mentees) - absent >= needed(len(group.mentees), days.calendar.sessions.present_percent)


def _best(times: Iterable[Option]) -> list[Option]:
    """Return the first time of each kind at which no more teams and no more mentors could come at another one."""
    kept: list[Option] = []
    for option in times:
        if not any(_is_as_good(other, option) for other in kept):
            kept = [*(other for other in kept if not _is_as_good(option, other)), option]
    return kept


def _is_as_good(option: Option, other: Option) -> bool:
    return all(mine <= theirs for mine, theirs in zip(_absences(option), _absences(other), strict=True))


def _absences(option: Option) -> tuple[int, int]:
    mentees = sum(1 for site in option.absent if site.side == "mentee")
    return mentees, len(option.absent) - mentees
