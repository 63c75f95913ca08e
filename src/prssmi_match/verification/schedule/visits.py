"""Visits: when both sites can, with notice, after the sessions, and as they are told."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from prssmi_match.solution.verification import Violation
from prssmi_match.verification.schedule.view import days_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.solution.schedule import Visit
    from prssmi_match.verification.schedule.view import PlanView

__all__ = ["check_visits"]


def check_visits(view: PlanView) -> Iterator[Violation]:
    """Give every violation of a visit by itself."""
    for visit in view.schedule.visits:
        yield from _stay(view, visit)
        yield from _after_sessions(view, visit)
        yield from _told(view, visit)


def _stay(view: PlanView, visit: Visit) -> Iterator[Violation]:
    plan, calendar = view.calendar.visits, view.calendar
    sites = (("mentee", visit.mentee), ("mentor", visit.mentor))
    days = days_between(visit.first_day, visit.last_day)
    if len(days) != plan.days or visit.first_day < calendar.start:
        sentence = f"{visit.key} takes {len(days)} days from {visit.first_day} on."
        yield Violation(rule_id="visit", amount=1, witnesses=(visit.mentee, visit.mentor), sentence=sentence)
    for day in days:
        for side, site in sites:
            for reason in view.why_not_on(side, site, day):
                sentence = f"{site} cannot meet on {day}, a day of {visit.key}: {reason}."
                yield Violation(rule_id=reason, amount=1, witnesses=(site,), sentence=sentence)
    hosting = next((row.hosting for row in calendar.mentors if row.id == visit.mentor), ())
    for day in days:
        if hosting and not any(period.first <= day <= (period.last or period.first) for period in hosting):
            sentence = f"{visit.mentor} cannot host {visit.key} on {day}."
            yield Violation(rule_id="hosting", amount=1, witnesses=(visit.mentor,), sentence=sentence)
    first = (calendar.announced or calendar.start) + timedelta(days=plan.notice_days)
    lacking = (first - visit.first_day).days
    if plan.notice_days and lacking > 0:
        sentence = f"{visit.key} begins {lacking} days too soon after it is told."
        yield Violation(rule_id="notice", amount=lacking, witnesses=(visit.mentee,), sentence=sentence)


def _after_sessions(view: PlanView, visit: Visit) -> Iterator[Violation]:
    held = sum(1 for s in view.schedule.sessions if visit.mentee in s.mentees and s.day < visit.first_day)
    asked = view.calendar.visits.sessions_before
    lacking = (len(view.calendar.months) if asked is None else min(asked, len(view.calendar.months))) - held
    if lacking > 0:
        sentence = f"{visit.key} begins after {held} sessions, {lacking} fewer than have to come before it."
        yield Violation(rule_id="sessions_before", amount=lacking, witnesses=(visit.mentee,), sentence=sentence)


def _told(view: PlanView, visit: Visit) -> Iterator[Violation]:
    plan = view.calendar.visits
    same = [v.mentee for v in view.schedule.visits if (v.mentor, v.first_day) == (visit.mentor, visit.first_day)]
    place = sorted(same).index(visit.mentee)
    begin = place - place % plan.together
    group = sorted(same)[begin : begin + plan.together]
    known = view.problem.mentee_by_id[visit.mentee].travelers
    paid = min(plan.paid_travelers, plan.paid_travelers if known is None else known)
    told = (visit.together, visit.travelers, visit.paid, visit.time_zone)
    if told != (tuple(m for m in group if m != visit.mentee), known, paid, view.zone("mentor", visit.mentor)):
        sentence = f"{visit.key} tells of other travelers, companions or clocks than it has."
        yield Violation(rule_id="visit", amount=1, witnesses=(visit.mentee,), sentence=sentence)
