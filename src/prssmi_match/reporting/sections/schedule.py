"""Sessions and visits: a picture of all dates, the sessions, and each visit with what belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.wording.days import day_words, span_words
from prssmi_match.reporting.document import Column, Data, Figure, Items, Number, Section, Table, Text
from prssmi_match.reporting.timeline_svg import draw_timeline
from prssmi_match.reporting.words import counted, joined, name_mentee, name_mentor
from prssmi_match.solution.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.document import Block, Content
    from prssmi_match.solution.schedule import Schedule, Session, Visit

__all__ = ["build_schedule"]

_SESSIONS = (
    Column("Session"),
    Column("Day"),
    Column("Begins"),
    Column("Who", "prose"),
    Column("Cannot come", "prose"),
)
_VISITS = (
    Column("Mentee"),
    Column("Mentor"),
    Column("Intro call"),
    Column("Visit", "prose"),
    Column("Travelers", "number"),
    Column("Debrief"),
    Column("Workplan due"),
    Column("Survey due"),
)
_NO_DATES = {
    Status.INFEASIBLE: "No plan keeps all that the calendar asks for. These cannot all hold:",
    Status.UNKNOWN: "Stopped before any plan was found. Allow more time.",
}


def build_schedule(problem: Problem, schedule: Schedule) -> Iterator[Section]:
    """Return all dates, or why there are none."""
    yield Section("schedule", "Sessions and visits", tuple(_blocks(problem, schedule)))


def _blocks(problem: Problem, schedule: Schedule) -> Iterator[Block]:
    if not schedule.has_dates:
        yield Text(_NO_DATES.get(schedule.status, "There are no dates."), "stop")
        if schedule.conflict is not None:
            yield Items(tuple(Data(member.sentence) for member in schedule.conflict.members))
        return
    if schedule.status is not Status.OPTIMAL:
        yield Text(
            "Stopped before the end: these dates keep all that is asked, but a better plan may exist.", "caution"
        )
    if schedule.conditions:
        yield Text("To settle first:", "caution")
        yield Items(tuple(Data(condition.sentence) for condition in schedule.conditions))
    if schedule.moved:
        yield Text(f"Against the earlier plan, {counted(len(schedule.moved), 'date has', 'dates have')} moved:")
        yield Items(tuple(Data(moved.sentence) for moved in schedule.moved))
    if schedule.matching.pairs:
        what = "The dates of each mentee from the first day of the program to the last; the tables tell the same."
        yield Figure(draw_timeline(schedule), what, "Sessions, visits, calls and due dates")
    if schedule.sessions:
        rows = tuple(_session(problem, session) for session in schedule.sessions)
        yield Table(
            _SESSIONS, rows, f"Learning sessions; online, {counted(schedule.sessions[0].minutes, 'minute')} each"
        )
    if schedule.visits:
        visits = tuple(_visit(schedule, visit) for visit in schedule.visits)
        yield Table(
            _VISITS, visits, "Each visit with its calls and papers; * paid for at most, as the number is not known"
        )
    if schedule.assumptions:
        yield Text("Not stated, so assumed:")
        yield Items(tuple(Data(assumption.sentence) for assumption in schedule.assumptions))


def _session(problem: Problem, session: Session) -> tuple[Content, ...]:
    absent = joined(
        (
            *(name_mentee(problem, mentee) for mentee in session.absent_mentees),
            *(name_mentor(problem, mentor) for mentor in session.absent_mentors),
        )
    )
    who = joined(name_mentor(problem, mentor) for mentor in session.mentors)
    return (
        Number(session.number),
        day_words(session.day),
        f"{session.start:%H:%M} in {session.time_zone}",
        (f"{counted(len(session.mentees), 'mentee')} of ", *who),
        absent or "Nobody",
    )


def _visit(schedule: Schedule, visit: Visit) -> tuple[Content, ...]:
    problem, own = schedule.problem, [*schedule.of_mentee(visit.mentee)]
    days = {event.key.partition(":")[0]: day_words(event.day) for event in own}
    dates = span_words(visit.first_day, visit.last_day)
    with_whom = joined(name_mentee(problem, mentee) for mentee in visit.together)
    return (
        name_mentee(problem, visit.mentee),
        name_mentor(problem, visit.mentor),
        days.get("intro", "None"),
        (dates, ", together with ", *with_whom) if visit.together else dates,
        Number(visit.paid, "*") if visit.travelers is None else _travelers(visit.travelers, visit.paid),
        days.get("debrief", "None"),
        days.get("workplan", "None"),
        days.get("survey", "None"),
    )


def _travelers(travelers: int, paid: int) -> Content:
    return Number(travelers) if travelers <= paid else f"{travelers} ({paid} paid)"
