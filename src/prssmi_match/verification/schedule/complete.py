"""Everything that has to have a date has one, and nothing else has."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from prssmi_match.solution.verification import Violation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.verification.schedule.view import PlanView

__all__ = ["check_complete"]


def check_complete(view: PlanView) -> Iterator[Violation]:
    """Give a violation for each date that is missing, or too many, or has the wrong sites."""
    schedule = view.schedule
    found = [
        *((session.key, session.mentees, session.mentors) for session in schedule.sessions),
        *((visit.key, (visit.mentee,), (visit.mentor,)) for visit in schedule.visits),
        *((call.key, (call.mentee,), (call.mentor,)) for call in schedule.calls),
        *((due.key, (due.mentee,), ()) for due in schedule.dues),
    ]
    asked = Counter(_asked(view))
    stated = Counter(found)
    for key, mentees, mentors in sorted((asked - stated).keys()):
        yield Violation(
            rule_id="dated", amount=1, witnesses=(*mentees, *mentors), sentence=f"{key} of these sites has no date."
        )
    for key, mentees, mentors in sorted((stated - asked).keys()):
        sentence = f"{key} of these sites has a date that nobody asked for."
        yield Violation(rule_id="dated", amount=1, witnesses=(*mentees, *mentors), sentence=sentence)


def _asked(view: PlanView) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    for group, mentees in view.groups.items():
        mentors = tuple(sorted({view.mentor[mentee] for mentee in mentees}))
        for number in range(1, len(view.calendar.months) + 1):
            yield f"session:{group}:{number}", tuple(mentees), mentors
    for mentee, mentor in view.mentor.items():
        yield f"visit:{mentee}", (mentee,), (mentor,)
        if view.calendar.calls.intro:
            yield f"intro:{mentee}", (mentee,), (mentor,)
        if view.calendar.calls.debrief:
            yield f"debrief:{mentee}", (mentee,), (mentor,)
        yield f"workplan:{mentee}", (mentee,), ()
        yield f"survey:{mentee}", (mentee,), ()
