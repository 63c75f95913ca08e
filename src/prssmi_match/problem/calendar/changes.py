"""A calendar with some of its grounds changed, each by a whole amount."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING, Any, Literal

from prssmi_match.problem.calendar.sites import MenteeDates, MentorDates
from prssmi_match.problem.calendar.values import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prssmi_match.problem.calendar.document import Calendar
    from prssmi_match.problem.calendar.grounds import Ground, GroundKind
    from prssmi_match.problem.calendar.sites import SiteDates
    from prssmi_match.problem.calendar.values import Period

__all__ = ["MOST", "PERCENT_STEP", "CalendarOwner", "change_calendar", "owner_of", "wider"]

CalendarOwner = Literal["coordinator", "mentor", "mentee"]
PERCENT_STEP = 10
"""Percent points by which the share of present teams gives way at a time."""

MOST: Mapping[GroundKind, int] = {
    "present": 10,
    "apart": 366,
    "notice": 53,
    "sessions_before": 40,
    "intro": 1,
    "debrief": 1,
    "hosting": 1,
    "groups_at_once": 20,
    "preparation": 366,
    "visits_a_month": 31,
    "end": 8,
    "blackout": 1,
    "weekdays": 2,
    "hours": 4,
    "available": 1,
    "away": 1,
}
"""What can be changed, and by how much at most: steps of ten percent points (``present``), days (``apart``,
``preparation``), weeks (``notice``, ``end``), sessions, visits, hours at either end (``hours``); 1 for what is dropped;
of ``weekdays`` 1 adds Monday to Friday, 2 all days."""


def owner_of(ground: Ground) -> CalendarOwner:
    """Return who can make a change."""
    match ground.kind:
        case "weekdays" | "hours" | "available" | "away":
            return "mentor" if ground.about[0] == "mentor" else "mentee"
        case "hosting" | "groups_at_once" | "preparation" | "visits_a_month":
            return "mentor"
        case _:
            return "coordinator"


def change_calendar(calendar: Calendar, amounts: Mapping[Ground, int]) -> Calendar:
    """Return the calendar with each ground changed by its amount; the calendar itself stays as it is.

    Raises
    ------
    ValueError
        If it has nothing of the kind: the change was made for another one.
    """
    fields: dict[str, Any] = {name: getattr(calendar, name) for name in calendar.model_fields_set}
    for ground, amount in sorted(amounts.items()):
        fields |= _changed(type(calendar).model_validate(fields), ground, amount)
    return type(calendar).model_validate(fields)


def _changed(calendar: Calendar, ground: Ground, amount: int) -> dict[str, Any]:
    """Return the fields of the calendar that a change replaces."""
    sessions, visits = calendar.sessions, calendar.visits
    match ground.kind:
        case "present":
            left = max(0, sessions.present_percent - PERCENT_STEP * amount)
            return {"sessions": sessions.model_copy(update={"present_percent": left})}
        case "apart":
            return {"sessions": sessions.model_copy(update={"days_apart": max(0, sessions.days_apart - amount)})}
        case "notice":
            return {"visits": visits.model_copy(update={"notice_days": max(0, visits.notice_days - 7 * amount)})}
        case "sessions_before":
            return {"visits": visits.model_copy(update={"sessions_before": calendar.sessions_before - amount})}
        case "intro" | "debrief":
            return {"calls": calendar.calls.model_copy(update={ground.kind: False})}
        case "end":
            # The first quarter stays what it was, also where the old end cut it short.
            return {"end": calendar.end + timedelta(weeks=amount), "first_quarter_end": calendar.quarter_end}
        case "blackout":
            return {"blackouts": _without(calendar.blackouts, ground)}
        case _:
            return _changed_site(calendar, ground, amount)


def _changed_site(calendar: Calendar, ground: Ground, amount: int) -> dict[str, Any]:
    """Return the rows of one side, one of them changed; a site without a row gets one."""
    if ground.kind in {"weekdays", "hours", "available", "away"}:
        side, name = ground.about[:2]
    else:
        side, name = "mentor", ground.about[0]
    field, kind = ("mentees", MenteeDates) if side == "mentee" else ("mentors", MentorDates)
    rows: dict[str, SiteDates] = {row.id: row for row in getattr(calendar, field)}
    row = rows.get(name) or kind(id=name)
    rows[name] = row.model_copy(update=_site_fields(calendar, row, ground, amount))
    return {field: tuple(rows.values())}


def _site_fields(calendar: Calendar, row: SiteDates, ground: Ground, amount: int) -> dict[str, Any]:
    match ground.kind:
        case "weekdays":
            days = set(row.weekdays or calendar.weekdays) | set(WEEKDAYS[: 5 if amount == 1 else 7])
            return {"weekdays": tuple(day for day in WEEKDAYS if day in days)}
        case "hours":
            return {"hours": wider(row.hours or calendar.sessions.hours, amount)}
        case "available" | "hosting":
            return {ground.kind: ()}
        case "away":
            return {"away": _without(row.away, ground)}
        case "groups_at_once":
            return {"groups_at_once": calendar.groups_at_once(row.id) + amount}
        case "visits_a_month":
            return {"visits_a_month": (calendar.visits_a_month(row.id) or 0) + amount}
        case "preparation":
            return {"preparation_days": max(0, calendar.preparation_days(row.id) - amount)}
        case _:
            raise ValueError(f"A calendar has no {ground.kind} that could be changed.")


def wider(hours: tuple[time, time], amount: int) -> tuple[time, time]:
    """Return hours that begin so many hours earlier and end so many later, within the day.

    >>> wider((time(9), time(17, 30)), 8)
    (datetime.time(1, 0), datetime.time(23, 59))
    """
    begin, end = (clock.hour * 60 + clock.minute for clock in hours)
    begin, end = max(0, begin - 60 * amount), min(24 * 60 - 1, end + 60 * amount)
    return time(*divmod(begin, 60)), time(*divmod(end, 60))


def _without(periods: tuple[Period, ...], ground: Ground) -> tuple[Period, ...]:
    """Return periods without those of a ground.

    Raises
    ------
    ValueError
        If there are none of these days.
    """
    kept = tuple(period for period in periods if (str(period.first), str(period.end)) != ground.about[-2:])
    if len(kept) == len(periods):
        raise ValueError(f"This calendar has no {ground.id} to change; the repair was made for another one.")
    return kept
