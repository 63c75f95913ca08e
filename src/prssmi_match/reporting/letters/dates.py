"""The dates of a schedule, as one site sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.letters.view import Dates, Meeting, Visit

if TYPE_CHECKING:
    from collections.abc import Callable

    from prssmi_match.solution.matching import Pair
    from prssmi_match.solution.schedule import Call, Schedule, Session

__all__ = ["dates_of_mentee", "dates_of_pair", "sessions_of_mentor"]


def dates_of_mentee(schedule: Schedule, pair: Pair, name: Callable[[str], str]) -> Dates:
    """Return all dates of a mentee, by its own clock.

    Parameters
    ----------
    name : callable
        Gives what a mentee is called, of its id.
    """
    zone = schedule.calendar.zone_of(schedule.calendar.mentee_by_id.get(pair.mentee))
    sessions = (row for row in schedule.sessions if pair.mentee in row.mentees)
    own = tuple(_meeting(row, zone, is_absent=pair.mentee in row.absent_mentees) for row in sessions)
    return _dates(schedule, pair, zone, name, own)


def dates_of_pair(schedule: Schedule, pair: Pair, name: Callable[[str], str]) -> Dates:
    """Return the calls, the visit and the papers of a pair, by the mentor's clock."""
    zone = schedule.calendar.zone_of(schedule.calendar.mentor_by_id.get(pair.mentor))
    return _dates(schedule, pair, zone, name, ())


def sessions_of_mentor(schedule: Schedule, mentor: str) -> tuple[Meeting, ...]:
    """Return the sessions that a mentor takes part in, by its clock."""
    zone = schedule.calendar.zone_of(schedule.calendar.mentor_by_id.get(mentor))
    sessions = (row for row in schedule.sessions if mentor in row.mentors)
    return tuple(_meeting(row, zone, is_absent=mentor in row.absent_mentors) for row in sessions)


def _dates(
    schedule: Schedule, pair: Pair, zone: str, name: Callable[[str], str], sessions: tuple[Meeting, ...]
) -> Dates:
    calls = {row.kind: _meeting(row, zone) for row in schedule.calls if row.mentee == pair.mentee}
    dues = {row.kind: row.day for row in schedule.dues if row.mentee == pair.mentee}
    visit = schedule.visit_of(pair.mentee)
    others = () if visit is None else tuple(sorted(map(name, visit.together)))
    return Dates(
        sessions=sessions,
        intro=calls.get("intro"),
        visit=None if visit is None else Visit(visit.first_day, visit.last_day, others, visit.travelers, visit.paid),
        debrief=calls.get("debrief"),
        workplan_due=dues.get("workplan"),
        survey_due=dues.get("survey"),
    )


def _meeting(meeting: Session | Call, zone: str, *, is_absent: bool = False) -> Meeting:
    return Meeting(meeting.local_start(zone), meeting.minutes, is_absent)
