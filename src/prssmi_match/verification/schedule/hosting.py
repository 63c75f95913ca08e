"""Mentors: one thing a day, no more visits than they can host, and days free to prepare them."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from prssmi_match.solution.verification import Violation
from prssmi_match.verification.schedule.view import days_between

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from prssmi_match.verification.schedule.view import PlanView

__all__ = ["check_hosting"]


def check_hosting(view: PlanView) -> Iterator[Violation]:
    """Give every violation of a mentor's limits."""
    for mentor in sorted(set(view.mentor.values())):
        yield from _one_a_day(view, mentor)
        yield from _limits(view, mentor)
        yield from _preparation(view, mentor)


def _one_a_day(view: PlanView, mentor: str) -> Iterator[Violation]:
    timed = view.timed_days[mentor]
    visits = [
        (day, visit.key)
        for visit in view.schedule.visits
        if visit.mentor == mentor
        for day in days_between(visit.first_day, visit.last_day)
    ]
    clashes = [(one, other) for one, other in combinations(sorted(timed), 2) if one[0] == other[0]]
    clashes += [(one, other) for one in sorted(timed) for other in visits if one[0] == other[0]]
    for (day, one), (_, other) in clashes:
        sentence = f"{mentor} has both {one} and {other} on {day}."
        yield Violation(rule_id=f"one_a_day:{mentor}", amount=1, witnesses=(one, other), sentence=sentence)


def _limits(view: PlanView, mentor: str) -> Iterator[Violation]:
    at_once: Counter[date] = Counter()
    a_month: Counter[date] = Counter()
    for first, last, _ in view.groups_begun(mentor):
        at_once.update(days_between(first, last))
        a_month[first.replace(day=1)] += 1
    limits = (
        ("groups_at_once", at_once, view.calendar.groups_at_once(mentor), "on"),
        ("visits_a_month", a_month, view.calendar.visits_a_month(mentor), "in the month from"),
    )
    for name, counts, most, when in limits:
        for day, number in sorted(counts.items()):
            if most is not None and number > most:
                sentence = f"{mentor} hosts {number} visits {when} {day}, {number - most} more than it can."
                yield Violation(
                    rule_id=f"{name}:{mentor}", amount=number - most, witnesses=(mentor,), sentence=sentence
                )


def _preparation(view: PlanView, mentor: str) -> Iterator[Violation]:
    asked = view.calendar.preparation_days(mentor)
    stays = sorted({(first, last) for first, last, _ in view.groups_begun(mentor)})
    for (_, last), (first, _) in combinations(stays, 2):
        lacking = asked - ((first - last).days - 1)
        if asked and lacking > 0:
            sentence = f"{mentor} has {lacking} days too few to prepare the visit of {first}."
            yield Violation(rule_id=f"preparation:{mentor}", amount=lacking, witnesses=(mentor,), sentence=sentence)
