"""Schedules made by hand: nothing has to be solved to draw, write or follow up on dates."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import prssmi_match as pm
from prssmi_match.problem.calendar import Calendar
from prssmi_match.solution.result import Provenance
from prssmi_match.solution.schedule import Call, Due, Schedule, Session, Visit

__all__ = ["CALENDAR", "PROBLEM", "call", "made_by_hand", "session", "visit"]

PROBLEM = {
    "name": "Spring 2027",
    "mentees": [
        {"id": "bay", "name": "Bay City", "team_size": 3},
        {"id": "elm", "name": "Elm County", "team_size": 4},
        {"id": "pine", "name": "Pine County", "team_size": 5},
        {"id": "reed", "name": "Reed Nation"},
    ],
    "mentors": [{"id": "ash", "name": "Ashport"}, {"id": "oak", "name": "Oakvale"}],
}
CALENDAR = {
    "start": "2027-01-11",
    "end": "2027-07-09",
    "mentees": [{"id": "bay", "time_zone": "America/Chicago"}],
    "mentors": [{"id": "oak", "time_zone": "America/Denver"}],
}
PAIRS = [("bay", "ash"), ("elm", "oak"), ("pine", "oak")]
EASTERN = "America/New_York"


def _meeting(key: str, day: date, at: str, zone: str, minutes: int) -> dict[str, object]:
    start = time.fromisoformat(at)
    start_utc = datetime.combine(day, start, ZoneInfo(zone)).astimezone(UTC)
    return {"key": key, "day": day, "start": start, "time_zone": zone, "start_utc": start_utc, "minutes": minutes}


def session(number: int, day: date, at: str = "13:00", **fields: object) -> Session:
    """A session of the whole cohort."""
    group = {"number": number, "group": "cohort", "mentees": ("bay", "elm", "pine"), "mentors": ("ash", "oak")}
    return Session(**_meeting(f"session:cohort:{number}", day, at, EASTERN, 60), **(group | fields))


def call(kind: str, mentee: str, mentor: str, day: date, zone: str = EASTERN) -> Call:
    """A call of half an hour at eleven."""
    return Call(**_meeting(f"{kind}:{mentee}", day, "11:00", zone, 30), kind=kind, mentee=mentee, mentor=mentor)


def visit(mentee: str, mentor: str, first: date, *, days: int = 2, **fields: object) -> Visit:
    """A visit of some days."""
    told = {"time_zone": EASTERN, "travelers": 3, "paid": 3} | fields
    last = first + timedelta(days=days - 1)
    return Visit(key=f"visit:{mentee}", mentee=mentee, mentor=mentor, first_day=first, last_day=last, **told)


def made_by_hand(problem: dict | None = None, calendar: dict | None = None, **fields: object) -> Schedule:
    """Three sessions, three visits, two of them joint, with calls and due dates."""
    visits = (
        visit("bay", "ash", date(2027, 4, 28)),
        visit("elm", "oak", date(2027, 5, 12), days=3, together=("pine",)),
        visit("pine", "oak", date(2027, 5, 12), days=3, together=("elm",)),
    )
    whole = {
        "status": "optimal",
        "sessions": (
            session(1, date(2027, 1, 27)),
            session(2, date(2027, 2, 24), absent_mentees=("pine",)),
            session(3, date(2027, 3, 24)),
        ),
        "visits": visits,
        "calls": (
            *(call("intro", one.mentee, one.mentor, one.first_day - timedelta(days=7)) for one in visits),
            *(call("debrief", one.mentee, one.mentor, one.last_day + timedelta(days=7)) for one in visits),
        ),
        "dues": tuple(
            Due(key=f"{kind}:{one.mentee}", kind=kind, mentee=one.mentee, day=day)
            for one in visits
            for kind, day in (("workplan", one.last_day + timedelta(days=30)), ("survey", date(2027, 7, 9)))
        ),
        "provenance": Provenance(digest="sha256:0", versions={}, settings={}),
        "matching": pm.Matching(pairs=PAIRS),
        "problem": pm.Problem.model_validate(problem or PROBLEM),
        "calendar": Calendar.model_validate(calendar or CALENDAR),
    }  # fmt: skip
    return Schedule(**(whole | fields))
