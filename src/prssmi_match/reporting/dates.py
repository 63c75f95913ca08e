"""A schedule in lines of plain text, day by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.wording import label_mentee, label_mentor
from prssmi_match.problem.wording.calendar import group_words
from prssmi_match.problem.wording.days import day_words, span_words
from prssmi_match.solution.schedule import Call, Due, Session, Visit
from prssmi_match.solution.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.schedule import Schedule

__all__ = ["dates_text"]

_HEADLINES = {
    Status.OPTIMAL: "Proved: no other dates are better under the calendar.",
    Status.FEASIBLE: "Stopped before the end: these dates keep all rules, but better ones may exist.",
    Status.UNKNOWN: "Stopped before any dates were found. Allow more time.",
    Status.INFEASIBLE: "No dates keep all rules of the calendar. These cannot all hold:",
}


def dates_text(plan: Schedule) -> str:
    """Return the dates, what was moved and what is to be settled, or why there are no dates."""
    return "\n".join([_HEADLINES[plan.status], *_lines(plan)])


def _lines(plan: Schedule) -> Iterator[str]:
    if plan.conflict is not None:
        yield from (f"  - {member.sentence}" for member in plan.conflict.members)
    if not plan.has_dates:
        return
    yield ""
    events: list[Session | Visit | Call | Due] = [*plan.sessions, *plan.visits, *plan.calls, *plan.dues]
    for event in sorted(events, key=lambda event: (event.day, event.key)):
        yield f"  {_when(event)}  {_what(plan.problem, event)}"
    if plan.moved:
        yield ""
        yield from (f"Moved: {moved.sentence}" for moved in plan.moved)
    if plan.conditions:
        yield ""
        yield from (f"To settle: {condition.sentence}" for condition in plan.conditions)


def _when(event: Session | Visit | Call | Due) -> str:
    match event:
        case Visit():
            return span_words(event.first_day, event.last_day).ljust(30)
        case Due():
            return day_words(event.day).ljust(30)
        case _:
            return f"{day_words(event.day)}, {event.start:%H:%M}".ljust(30)


def _what(problem: Problem, event: Session | Visit | Call | Due) -> str:
    match event:
        case Session():
            return f"Session {event.number} of {group_words(problem, event.group)} ({event.time_zone})"
        case Visit():
            return f"{label_mentee(problem, event.mentee)} visits {label_mentor(problem, event.mentor)}"
        case Call():
            names = f"{label_mentee(problem, event.mentee)} and {label_mentor(problem, event.mentor)}"
            return f"Call of {names} {'before' if event.kind == 'intro' else 'after'} the visit ({event.time_zone})"
        case Due():
            return f"{label_mentee(problem, event.mentee)}: {event.kind} due"
