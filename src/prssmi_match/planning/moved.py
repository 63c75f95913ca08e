"""Dates that are not what they were in the earlier plan."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from prssmi_match.planning.calls import call_window
from prssmi_match.planning.rules.one_a_day import days_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from ortools.sat.python import cp_model

    from prssmi_match.planning.agenda import Agenda
    from prssmi_match.planning.events import Event, Option
    from prssmi_match.planning.formulation import Plan
    from prssmi_match.planning.variables import Dates

__all__ = ["calls_that_move", "is_moved"]


def is_moved(agenda: Agenda, event: Event, option: Option) -> bool:
    """Whether a date is not what it was in the earlier plan; what had no date there is not moved."""
    before = agenda.earlier(event.key)
    if before is None:
        return False
    return option.day != before.day or (before.start_utc is not None and option.start not in {None, before.start_utc})


def calls_that_move(plan: Plan) -> list[tuple[cp_model.IntVar, Callable[[Dates], int]]]:
    """Return for each call that could stay, in a plan without calls, whether its visit or another date drives it away.

    Such a plan knows nothing of calls; these variables are at least what they are with them.
    """
    whole = plan.agenda.whole
    found: list[tuple[cp_model.IntVar, Callable[[Dates], int]]] = []
    for call in whole.events[len(plan.agenda.events) :] if whole is not None else ():
        stays = [option for option in call.options if not is_moved(plan.agenda, call, option)]
        if plan.agenda.earlier(call.key) is None or not stays:
            continue
        away = {
            place: set(_against(plan.agenda, call, stays[0].day, place)) for place in range(len(plan.agenda.events))
        }
        of = partial(_is_driven, away)
        moves = plan.variables.integer(1, of)
        for place, options in away.items():
            for option in options:
                plan.model.add_implication(plan.variables.date[place][option], moves)
        found.append((moves, of))
    return found


def _against(agenda: Agenda, call: Event, day: date, place: int) -> Iterator[int]:
    """Give the dates of an event that a call on a day cannot be with."""
    event = agenda.events[place]
    if call.mentors[0] not in event.mentors:
        return
    for number, option in enumerate(event.options):
        first, last = day, day
        if event.kind == "visit" and event.mentees == call.mentees:
            first, last = call_window(agenda.calendar.calls, call.kind, option)
        if day in days_of(option) or not first <= day <= last:
            yield number


def _is_driven(away: dict[int, set[int]], dates: Dates) -> int:
    return int(any(dates[place] in options for place, options in away.items()))
