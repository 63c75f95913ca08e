"""Calls: when both sites can, at their distance from the visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solution.verification import Violation
from prssmi_match.verification.schedule.sessions import check_clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.solution.schedule import Call
    from prssmi_match.verification.schedule.view import PlanView

__all__ = ["check_calls"]


def check_calls(view: PlanView) -> Iterator[Violation]:
    """Give every violation of a call."""
    for call in view.schedule.calls:
        yield from check_clock(view, call, view.calendar.calls.minutes)
        yield from _distance(view, call)
        if call.day < view.calendar.start or call.time_zone != view.zone("mentor", call.mentor):
            sentence = f"{call.key} is before the program starts, or not by the mentor's clock."
            yield Violation(rule_id="clock", amount=1, witnesses=(call.key,), sentence=sentence)
        for side, site in (("mentee", call.mentee), ("mentor", call.mentor)):
            for reason in view.why_not_at(side, site, call.start_utc, call.minutes):
                sentence = f"{site} cannot take {call.key} on {call.day}: {reason}."
                yield Violation(rule_id=reason, amount=1, witnesses=(site,), sentence=sentence)


def _distance(view: PlanView, call: Call) -> Iterator[Violation]:
    visit = next(visit for visit in view.schedule.visits if visit.mentee == call.mentee)
    if call.kind == "intro":
        days, (least, most) = (visit.first_day - call.day).days, view.calendar.calls.intro_days
    else:
        days, (least, most) = (call.day - visit.last_day).days, view.calendar.calls.debrief_days
    off = max(least - days, days - most)
    if off > 0:
        sentence = f"{call.key} is {days} days from the visit; it has to be {least} to {most}."
        yield Violation(rule_id=call.kind, amount=off, witnesses=(call.mentee, call.mentor), sentence=sentence)
