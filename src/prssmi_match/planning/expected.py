"""The milestones of a schedule: what is expected of whom, and by which day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solution.milestones import Expected
from prssmi_match.solution.schedule import Call, Due, Session, Visit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from prssmi_match.problem.progress import MilestoneName, Report
    from prssmi_match.solution.schedule import Schedule

__all__ = ["expected_milestones"]

_CALLS: dict[str, MilestoneName] = {"intro": "intro_call", "debrief": "debrief"}


def expected_milestones(schedule: Schedule, reports: Iterable[Report] = ()) -> tuple[Expected, ...]:
    """Return what is expected of each mentee that has a mentor, by id, then of each mentor that has a mentee.

    A team is to be named, and a mentor to be trained, by the first day on which they meet somebody. A session at which
    the plan knows that a site cannot be is not expected of it, unless it was reported all the same.
    """
    came = {(one.site, one.session) for one in reports if one.milestone == "session"}
    mentees = sorted(pair.mentee for pair in schedule.matching.pairs)
    mentors = sorted({pair.mentor for pair in schedule.matching.pairs})
    return (
        *(one for mentee in mentees for one in _of_mentee(schedule, mentee, came)),
        *(_training(schedule, mentor) for mentor in mentors),
    )


def _of_mentee(schedule: Schedule, mentee: str, came: set[tuple[str, str | None]]) -> Iterator[Expected]:
    events = sorted(schedule.of_mentee(mentee), key=lambda event: (event.day, event.key))
    first = min((event.day for event in events if not isinstance(event, Due)), default=None)
    yield Expected(side="mentee", site=mentee, milestone="team", due=first)
    for event in events:
        match event:
            case Session():
                number = str(event.number)
                if mentee not in event.absent_mentees or (mentee, number) in came:
                    yield Expected(side="mentee", site=mentee, milestone="session", session=number, due=event.day)
            case Visit():
                yield Expected(side="mentee", site=mentee, milestone="visit", due=event.last_day)
            case Call():
                yield Expected(side="mentee", site=mentee, milestone=_CALLS[event.kind], due=event.day)
            case Due():
                yield Expected(side="mentee", site=mentee, milestone=event.kind, due=event.day)


def _training(schedule: Schedule, mentor: str) -> Expected:
    days: list[date] = [event.day for event in schedule.of_mentor(mentor)]
    return Expected(side="mentor", site=mentor, milestone="training", due=min(days, default=None))
