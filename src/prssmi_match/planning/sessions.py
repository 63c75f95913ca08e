"""The times at which a session can be, and who could come."""

from __future__ import annotations

import math
from datetime import timedelta
from typing import TYPE_CHECKING

from prssmi_match.planning.days import Site, starts_of_day
from prssmi_match.planning.events import Option, freest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from prssmi_match.planning.days import Days
    from prssmi_match.planning.groups import Group

__all__ = ["needed", "participants", "session_options"]


def participants(group: Group) -> list[Site]:
    """Return the sites of a group."""
    return [*(Site("mentee", name) for name in group.mentees), *(Site("mentor", name) for name in group.mentors)]


def needed(teams: int, percent: int) -> int:
    """Return how many teams are a share of them, rounded up."""
    return math.ceil(teams * percent / 100)


def session_options(days: Days, group: Group, month: tuple[date, date], key: str, *, full: bool) -> tuple[Option, ...]:
    """Return the times within some days, by the program's clock.

    Unless ``full``, those at which enough teams can come, without those of a day than which another one of that day is
    as good for teams and for mentors; the time that the session had in the earlier plan is always kept.
    """
    calendar = days.calendar
    before = {row.key: row.start_utc for row in calendar.earlier}.get(key)
    options: list[Option] = []
    for offset in range((month[1] - month[0]).days + 1):
        day = month[0] + timedelta(days=offset)
        starts = starts_of_day(calendar.zone, day, calendar.sessions.step_minutes)
        times = [_option(days, group, day, start) for start in starts]
        kept = freest(times) if full else _best(option for option in times if _is_enough(days, group, option))
        kept += [option for option in times if option.start == before and option not in kept]
        options += [option for option in kept if full or _is_enough(days, group, option)]
    return tuple(sorted(options, key=lambda option: option.lot))


def _option(days: Days, group: Group, day: date, start: datetime) -> Option:
    minutes = days.calendar.sessions.minutes
    against = {site: days.against_meeting(site, start, minutes) for site in participants(group)}
    absent = {site: found for site, found in against.items() if found}
    return Option(day, day, start, tuple(days.against_everybody(day)), absent)


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
