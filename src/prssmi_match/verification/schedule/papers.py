"""Due dates, and what is told of moved dates."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from prssmi_match.solution.verification import Violation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.verification.schedule.view import PlanView

__all__ = ["check_papers", "moved_keys"]


def check_papers(view: PlanView) -> Iterator[Violation]:
    """Give a violation for each due date, and each moved one, that is not as it should be."""
    after = view.calendar.after
    left = {visit.mentee: visit.last_day for visit in view.schedule.visits}
    for due in view.schedule.dues:
        asked = left[due.mentee] + timedelta(days=after.workplan_days)
        if due.kind == "survey":
            asked = after.survey_on or view.calendar.end
        if due.day != _next_working(view, due.mentee, asked):
            sentence = f"{due.key} is due on {due.day}, and should be on {asked}, or the next day of work."
            yield Violation(rule_id=due.kind, amount=1, witnesses=(due.mentee,), sentence=sentence)
    if [moved.key for moved in view.schedule.moved] != moved_keys(view):
        sentence = f"Other dates are moved than the schedule tells: {moved_keys(view)}."
        yield Violation(rule_id="moved", amount=1, witnesses=(), sentence=sentence)


def moved_keys(view: PlanView) -> list[str]:
    """Return the keys of the dates that are not as in the earlier plan, sorted."""
    schedule = view.schedule
    now = {event.key: (event.day, event.start_utc) for event in (*schedule.sessions, *schedule.calls)}
    days = {key: day for key, (day, _) in now.items()} | {visit.key: visit.first_day for visit in schedule.visits}
    moved = []
    for row in view.calendar.earlier:
        if row.key not in days:
            continue
        is_later = row.start_utc is not None and row.key in now and now[row.key][1] != row.start_utc
        if days[row.key] != row.day or is_later:
            moved.append(row.key)
    return sorted(moved)


def _next_working(view: PlanView, mentee: str, day: date) -> date:
    for number in range(31):
        other = day + timedelta(days=number)
        if view.works("mentee", mentee, other):
            return other
    return day
