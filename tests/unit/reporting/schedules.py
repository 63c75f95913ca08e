"""Schedules made by hand: nothing has to be solved to draw, write or follow up on dates."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import prssmi_match as pm
from prssmi_match.planning.milestones import milestone_status
from prssmi_match.planning.survey import summarize_survey
from prssmi_match.problem.calendar import Calendar
from prssmi_match.problem.progress import Report
from prssmi_match.solution.result import Provenance
from prssmi_match.solution.schedule import Call, Due, Moved, Schedule, ScheduleCondition, Session, Visit
from prssmi_match.solution.survey_summary import SurveyAnswer

if TYPE_CHECKING:
    from prssmi_match.solution.part import Part

__all__ = ["CALENDAR", "PROBLEM", "call", "made_by_hand", "parts_of", "session", "visit"]

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


def parts_of(result) -> list[Part]:
    """A schedule of the pairs of a result, its milestones on a day, and what its mentees answered at the end."""
    pairs = [pair.key for pair in result.matching.pairs]
    mentees, mentors = (tuple(sorted({pair[side] for pair in pairs})) for side in (0, 1))
    groups = {"mentees": mentees, "mentors": mentors, "absent_mentees": mentees[:1]}
    schedule = made_by_hand(
        problem=result.problem,
        matching=pm.Matching(pairs=pairs),
        sessions=tuple(session(number, date(2027, number, 20), **groups) for number in (1, 2, 3)),
        visits=tuple(visit(*pair, date(2027, 5, 3), together=mentees[:1]) for pair in pairs),
        calls=tuple(call("intro", *pair, date(2027, 4, 20)) for pair in pairs),
        dues=tuple(Due(key=f"workplan:{site}", kind="workplan", mentee=site, day=date(2027, 6, 1)) for site in mentees),
        conditions=tuple(
            ScheduleCondition(key=f"visit:{site}", site=site, sentence=f"{site} brings too many.") for site in mentees
        ),
        moved=tuple(
            Moved(key="x", before=date(2027, 4, 1), after=date(2027, 5, 3), sentence=f"{site} comes later.")
            for site in mentees[:1]
        ),
    )
    reports = [Report(site=site, milestone="session", session="1", done=site != mentees[0]) for site in mentees]
    answers = [SurveyAnswer(mentee=site, levels={"VISIT": 5}, texts={"LESSONS": site}) for site in mentees[1:]]
    return [
        schedule,
        milestone_status(schedule, reports, date(2027, 2, 25)),
        summarize_survey(result.matching, answers),
    ]
