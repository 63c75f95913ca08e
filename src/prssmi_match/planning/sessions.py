"""The times at which a session can be, and who could come."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from prssmi_match.planning.clocks import all_starts, freest_starts
from prssmi_match.planning.days import Site
from prssmi_match.planning.events import Option
from prssmi_match.planning.undominated import undominated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from prssmi_match.planning.clocks import Clock, Shown, Starts
    from prssmi_match.planning.days import Days, Refusal
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
        if full:
            options += undominated(_times(days, by_clock, day, freest_starts), Option.is_as_free)
            continue
        times = [time for time in _times(days, by_clock, day, all_starts) if _is_enough(days, group, time)]
        kept = undominated(times, _is_as_good)
        options += [*kept, *(option for option in times if option.start == before and option not in kept)]
    return tuple(sorted(options, key=lambda option: option.lot))


def _times(days: Days, by_clock: Mapping[Clock, Sequence[Site]], day: date, listed: Starts) -> Iterator[Option]:
    """Give the times of a day; sites with the same clock are asked together, once for all times that it takes alike."""
    plan, everybody = days.calendar.sessions, tuple(days.against_everybody(day))
    known: dict[tuple[Clock, Shown], dict[Site, tuple[Refusal, ...]]] = {}
    for start, shown in listed(days.calendar.zone, tuple(by_clock), day, plan.step_minutes, plan.minutes):
        absent: dict[Site, tuple[Refusal, ...]] = {}
        for each in zip(by_clock, shown, strict=True):
            if each not in known:
                against = [(site, days.against_meeting(site, each[1])) for site in by_clock[each[0]]]
                known[each] = {site: found for site, found in against if found}
            absent |= known[each]
        yield Option(day, day, start, everybody, absent)


def _is_enough(days: Days, group: Group, option: Option) -> bool:
    if option.against:
        return False
    if group.host is not None and Site("mentor", group.host) in option.absent:
        return False
    absent = sum(1 for site in option.absent if site.side == "mentee")
    return len(group.mentees) - absent >= needed(len(group.mentees), days.calendar.sessions.present_percent)


def _is_as_good(option: Option, other: Option) -> bool:
    """Whether no more teams and no more mentors could come at another time."""
    return all(mine <= theirs for mine, theirs in zip(_absences(option), _absences(other), strict=True))


def _absences(option: Option) -> tuple[int, int]:
    mentees = sum(1 for site in option.absent if site.side == "mentee")
    return mentees, len(option.absent) - mentees
