"""The chosen dates as the parts of a schedule."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, TypedDict
from zoneinfo import ZoneInfo

from prssmi_match.planning.days import Site
from prssmi_match.solution.schedule import Call, Due, Session, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime, time

    from prssmi_match.planning.agenda import Agenda
    from prssmi_match.planning.events import Event, Option
    from prssmi_match.planning.variables import Dates

__all__ = ["Parts", "parts_of"]


class Parts(TypedDict):
    """What a schedule is made of, each in its order."""

    sessions: tuple[Session, ...]
    visits: tuple[Visit, ...]
    calls: tuple[Call, ...]
    dues: tuple[Due, ...]


class _Clock(TypedDict):
    day: date
    start: time
    time_zone: str
    start_utc: datetime
    minutes: int


def parts_of(agenda: Agenda, dates: Dates) -> Parts:
    """Return sessions, visits, calls and due dates."""
    chosen = [(event, event.options[place]) for event, place in zip(agenda.events, dates, strict=True)]
    sessions = [_session(agenda, event, option) for event, option in chosen if event.kind == "session"]
    visits = list(_visits(agenda, [(event, option) for event, option in chosen if event.kind == "visit"]))
    calls = [_call(agenda, event, option) for event, option in chosen if event.kind in {"intro", "debrief"}]
    dues = [due for visit in visits for due in _dues(agenda, visit)]
    return Parts(
        sessions=tuple(sorted(sessions, key=lambda session: (session.start_utc, session.key))),
        visits=tuple(sorted(visits, key=lambda visit: (visit.first_day, visit.key))),
        calls=tuple(sorted(calls, key=lambda call: (call.day, call.key))),
        dues=tuple(sorted(dues, key=lambda due: (due.day, due.key))),
    )


def _clock(option: Option, time_zone: str, minutes: int) -> _Clock:
    assert option.start is not None  # noqa: S101 - only a visit has no start
    start = option.start.astimezone(ZoneInfo(time_zone)).time()
    return _Clock(day=option.day, start=start, time_zone=time_zone, start_utc=option.start, minutes=minutes)


def _session(agenda: Agenda, event: Event, option: Option) -> Session:
    absent = {
        side: tuple(sorted(site.id for site in option.absent if site.side == side)) for side in ("mentee", "mentor")
    }
    return Session(
        **_clock(option, agenda.calendar.zone, agenda.calendar.sessions.minutes),
        key=event.key,
        number=event.number,
        group=event.group,
        mentees=event.mentees,
        mentors=event.mentors,
        absent_mentees=absent["mentee"],
        absent_mentors=absent["mentor"],
    )


def _call(agenda: Agenda, event: Event, option: Option) -> Call:
    assert event.kind in {"intro", "debrief"}  # noqa: S101 - the caller has looked
    zone = agenda.days.zone(Site("mentor", event.mentors[0]))
    return Call(
        **_clock(option, zone, agenda.calendar.calls.minutes),
        key=event.key,
        kind="intro" if event.kind == "intro" else "debrief",
        mentee=event.mentees[0],
        mentor=event.mentors[0],
    )


def _visits(agenda: Agenda, chosen: list[tuple[Event, Option]]) -> Iterator[Visit]:
    """Give the visits; teams that begin on the same day come together, as many as may, in the order of ids."""
    plan = agenda.calendar.visits
    for event, option in chosen:
        mentee, mentor = event.mentees[0], event.mentors[0]
        same = [own.mentees[0] for own, other in chosen if own.mentors == event.mentors and other.day == option.day]
        first = same.index(mentee) // plan.together * plan.together
        travelers = agenda.problem.mentee_by_id[mentee].travelers
        yield Visit(
            key=event.key,
            mentee=mentee,
            mentor=mentor,
            first_day=option.day,
            last_day=option.last_day,
            time_zone=agenda.days.zone(Site("mentor", mentor)),
            together=tuple(other for other in same[first : first + plan.together] if other != mentee),
            travelers=travelers,
            paid=plan.paid_travelers if travelers is None else min(travelers, plan.paid_travelers),
        )


def _dues(agenda: Agenda, visit: Visit) -> Iterator[Due]:
    after, mentee = agenda.calendar.after, Site("mentee", visit.mentee)
    days = {
        "workplan": visit.last_day + timedelta(days=after.workplan_days),
        "survey": agenda.calendar.end if after.survey_on is None else after.survey_on,
    }
    yield Due(
        key=f"workplan:{visit.mentee}",
        kind="workplan",
        mentee=visit.mentee,
        day=_working(agenda, mentee, days["workplan"]),
    )
    yield Due(
        key=f"survey:{visit.mentee}", kind="survey", mentee=visit.mentee, day=_working(agenda, mentee, days["survey"])
    )


def _working(agenda: Agenda, site: Site, day: date) -> date:
    """Return the first day from a day on, within a month, on which a site works; else the day itself."""
    later = (day + timedelta(days=number) for number in range(31))
    return next((other for other in later if agenda.days.works(site, other)), day)
