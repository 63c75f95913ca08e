"""The events of a schedule, as everybody has them in the calendar."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from prssmi_match.problem.wording import enumeration, label_mentee, label_mentor
from prssmi_match.reporting.calendars.event import Event, event_uid
from prssmi_match.solution.schedule import Call, Due, Session, Visit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prssmi_match.solution.schedule import Schedule
    from prssmi_match.solution.schedule.events import Meeting

__all__ = ["Planned", "calendar_events", "event_of", "program_name"]

Planned = Session | Visit | Call | Due
_DAY = timedelta(days=1)


def program_name(schedule: Schedule) -> str:
    """Return what the program is called: by the calendar, the problem, or the year in which it starts."""
    return schedule.calendar.name or schedule.problem.name or f"Mentorship {schedule.calendar.start.year}"


def calendar_events(schedule: Schedule, planned: Iterable[Planned]) -> tuple[Event, ...]:
    """Return dates of a schedule as events. An event is the same for whoever takes part in it."""
    return tuple(event_of(schedule, one) for one in planned)


def event_of(schedule: Schedule, planned: Planned) -> Event:
    """Return one date as an event; it is known by the program's name and its key, whatever its date."""
    uid = event_uid(program_name(schedule), planned.key)
    problem = schedule.problem
    match planned:
        case Session():
            title = f"Learning session {planned.number}{_group(schedule, planned)}"
            told = _clocks(schedule, planned, planned.mentees, planned.mentors)
            return Event(uid, planned.start_utc, planned.end_utc, title, "Online", told)
        case Call():
            names = f"{label_mentee(problem, planned.mentee)} and {label_mentor(problem, planned.mentor)}"
            title = f"{'Intro call' if planned.kind == 'intro' else 'Debrief'}: {names}"
            told = _clocks(schedule, planned, (planned.mentee,), (planned.mentor,))
            return Event(uid, planned.start_utc, planned.end_utc, title, "Online", told)
        case Visit():
            mentor = label_mentor(problem, planned.mentor)
            title = f"Site visit: {label_mentee(problem, planned.mentee)} at {mentor}"
            return Event(uid, planned.first_day, planned.last_day + _DAY, title, mentor, _company(schedule, planned))
        case Due():
            title = f"{planned.kind.capitalize()} due: {label_mentee(problem, planned.mentee)}"
            return Event(uid, planned.day, planned.day + _DAY, title, busy=False)


def _group(schedule: Schedule, session: Session) -> str:
    match session.key.split(":")[1]:
        case "setting":
            return f" ({session.group.replace('_', ' ')})"
        case "mentor":
            return f" ({label_mentor(schedule.problem, session.group)})"
        case _:
            return ""


def _clocks(schedule: Schedule, meeting: Meeting, mentees: Iterable[str], mentors: Iterable[str]) -> str:
    """Return when a meeting begins in each time zone that takes part, the earliest clock first."""
    calendar = schedule.calendar
    zones = {calendar.zone_of(calendar.mentee_by_id.get(site)) for site in mentees}
    zones |= {calendar.zone_of(calendar.mentor_by_id.get(site)) for site in mentors}
    clocks = sorted((meeting.local_start(zone).replace(tzinfo=None), zone) for zone in zones)
    return "\n".join(f"{start:%Y-%m-%d %H:%M} in {zone}" for start, zone in clocks)


def _company(schedule: Schedule, visit: Visit) -> str:
    if not visit.together:
        return ""
    return f"Together with {enumeration(label_mentee(schedule.problem, mentee) for mentee in visit.together)}."
