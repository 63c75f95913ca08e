"""A schedule as rows of marks on a line of days, for whatever draws it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from prssmi_match.problem.wording import label_mentee, label_mentor
from prssmi_match.solution.schedule import Call, Due, Session, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.solution.schedule import Schedule

__all__ = ["MARKS", "Mark", "MarkKind", "TimelineRow", "month_starts", "timeline_days", "timeline_rows"]

MarkKind = Literal["session", "absent", "intro", "visit", "debrief", "workplan", "survey"]
MARKS: dict[MarkKind, str] = {
    "session": "learning session",
    "absent": "session, cannot come",
    "intro": "intro call",
    "visit": "site visit",
    "debrief": "debrief",
    "workplan": "workplan due",
    "survey": "survey due",
}
"""What marks stand for, in the order in which a key lists them."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on a day, or on several."""

    kind: MarkKind
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """What a mentee has ahead of it, under the ids of it and its mentor."""

    mentee: str
    mentor: str
    marks: tuple[Mark, ...]


def timeline_rows(schedule: Schedule) -> tuple[TimelineRow, ...]:
    """Return a row a mentee with a mentor: those of a mentor together, both in the order of what they are called."""
    problem = schedule.problem
    pairs = sorted(
        (label_mentor(problem, pair.mentor), label_mentee(problem, pair.mentee), pair.key)
        for pair in schedule.matching.pairs
    )
    return tuple(TimelineRow(mentee, mentor, tuple(_marks(schedule, mentee))) for _, _, (mentee, mentor) in pairs)


def timeline_days(schedule: Schedule) -> tuple[date, date]:
    """Return the first and the last day to be shown: of the program, and of whatever is due after it."""
    dues = [due.day for due in schedule.dues]
    return schedule.calendar.start, max([schedule.calendar.end, *dues])


def _marks(schedule: Schedule, mentee: str) -> Iterator[Mark]:
    for event in schedule.of_mentee(mentee):
        match event:
            case Session():
                yield Mark("absent" if mentee in event.absent_mentees else "session", event.day, event.day)
            case Visit():
                yield Mark("visit", event.first_day, event.last_day)
            case Call() | Due():
                yield Mark(event.kind, event.day, event.day)


def month_starts(first: date, last: date) -> tuple[date, ...]:
    """Return the first of each month that begins in a span of days."""
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    days = (date(month // 12, month % 12 + 1, 1) for month in months)
    return tuple(day for day in days if first <= day <= last)
