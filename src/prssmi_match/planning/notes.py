"""What a schedule rests on, and what has to be settled before its dates can stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.calendar.document import DEFAULT_ZONE
from prssmi_match.problem.wording.days import day_words
from prssmi_match.problem.wording.labels import enumeration, label_mentee, label_mentor
from prssmi_match.solution.result import Assumption
from prssmi_match.solution.schedule import ScheduleCondition

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from prssmi_match.planning.agenda import Agenda
    from prssmi_match.planning.events import Event
    from prssmi_match.solution.schedule import Schedule, Session, Visit

__all__ = ["assumptions_of", "conditions_of", "moved_sentence"]


def assumptions_of(agenda: Agenda) -> tuple[Assumption, ...]:
    """Return what is unknown and was assumed: time zones, and days that mentors could not host on."""
    return tuple(_assumptions(agenda))


def _assumptions(agenda: Agenda) -> Iterator[Assumption]:
    problem, calendar = agenda.problem, agenda.calendar
    if calendar.time_zone is None:
        sentence = f"The calendar states no time zone; {DEFAULT_ZONE} was assumed."
        yield Assumption(site="", field="time_zone", sentence=sentence)
    for mentee in sorted(pair.mentee for pair in agenda.matching.pairs):
        if (own := calendar.mentee_by_id.get(mentee)) is None or own.time_zone is None:
            sentence = f"{label_mentee(problem, mentee)} states no time zone; that of the program was assumed."
            yield Assumption(site=mentee, field="time_zone", sentence=sentence)
    for mentor in agenda.mentees_of:
        row = calendar.mentor_by_id.get(mentor)
        name = label_mentor(problem, mentor)
        if row is None or row.time_zone is None:
            sentence = f"{name} states no time zone; that of the program was assumed."
            yield Assumption(site=mentor, field="time_zone", sentence=sentence)
        if row is None or not (row.away or row.available):
            sentence = f"{name} states no days on which it is away; every day on which it works was taken."
            yield Assumption(site=mentor, field="away", sentence=sentence)


def conditions_of(agenda: Agenda, plan: Schedule) -> tuple[ScheduleCondition, ...]:
    """Return what somebody has to settle: travelers, teams that cannot come, papers that are due late."""
    found = [condition for session in plan.sessions for condition in _of_session(agenda, session)]
    found += [condition for visit in plan.visits for condition in _of_visit(agenda, visit)]
    for due in plan.dues:
        if due.day > agenda.calendar.end and due.kind == "workplan":
            name, end = label_mentee(agenda.problem, due.mentee), day_words(agenda.calendar.end)
            sentence = f"The workplan of {name} is due on {day_words(due.day)}, after the program ends on {end}."
            found.append(ScheduleCondition(key=due.key, site=due.mentee, sentence=sentence))
    return tuple(found)


def _of_session(agenda: Agenda, session: Session) -> Iterator[ScheduleCondition]:
    names = [(site, label_mentee(agenda.problem, site)) for site in session.absent_mentees]
    names += [(site, label_mentor(agenda.problem, site)) for site in session.absent_mentors]
    for site, name in names:
        sentence = f"{name} cannot come to session {session.number} on {day_words(session.day)}."
        yield ScheduleCondition(key=session.key, site=site, sentence=sentence)


def _of_visit(agenda: Agenda, visit: Visit) -> Iterator[ScheduleCondition]:
    plan, name = agenda.calendar.visits, label_mentee(agenda.problem, visit.mentee)
    if visit.travelers is None:
        return
    sentence = ""
    if visit.travelers < plan.least_travelers:
        sentence = f"{visit.travelers} of {name} can travel; at least {plan.least_travelers} have to take part."
    elif visit.travelers > plan.paid_travelers:
        sentence = f"{visit.travelers} of {name} want to travel; the program pays for {plan.paid_travelers}."
    if sentence:
        yield ScheduleCondition(key=visit.key, site=visit.mentee, sentence=sentence)


def moved_sentence(agenda: Agenda, event: Event, before: date, after: date) -> str:
    """Return what became of a date of the earlier plan."""
    names = enumeration(label_mentee(agenda.problem, mentee) for mentee in event.mentees)
    what = {
        "session": f"Session {event.number}",
        "visit": f"The visit of {names}",
        "intro": f"The call of {names} before its visit",
        "debrief": f"The call of {names} after its visit",
    }[event.kind]
    if before == after:
        return f"{what} stays on {day_words(after)}, at another time."
    return f"{what} moves from {day_words(before)} to {day_words(after)}."
