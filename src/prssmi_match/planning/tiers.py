"""The search for the best dates: aim after aim, and then the draw."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from prssmi_match.planning.aims import CALLS, DATED, Aim, aims_of, draw_aim, early_aim, same_aim
from prssmi_match.planning.formulation import Plan
from prssmi_match.problem.values import LARGEST
from prssmi_match.solving.cpsat.steps import Step, Steps
from prssmi_match.solving.in_order import Ended, NamedStep, search_in_order

if TYPE_CHECKING:
    from prssmi_match.planning.agenda import Agenda
    from prssmi_match.planning.variables import Dates
    from prssmi_match.solving import Budget

__all__ = ["find_dates", "has_dates"]


def find_dates(agenda: Agenda, budget: Budget) -> Ended[Dates]:
    """Return the best dates, and what each aim reached."""

    def begin() -> tuple[Steps[Dates, Aim], list[NamedStep]]:
        plan = Plan(agenda)
        aims = list(aims_of(plan))
        search = Steps(plan, budget)
        tiers = [NamedStep(name, partial(_reach, search, aim)) for name, aim in aims]
        tiers.append(NamedStep("draw", partial(_draw, search, agenda, DATED)))
        if agenda.calendar.calls.intro or agenda.calendar.calls.debrief:
            tiers.append(NamedStep("calls", partial(_call, search, agenda)))
        return search, tiers

    return search_in_order(begin, budget)


def has_dates(agenda: Agenda, budget: Budget) -> bool | None:
    """Whether every rule can be kept; None where time ran out."""
    ended = search_in_order(lambda: (Steps(Plan(agenda), budget), []), budget)
    return None if ended.status == "unknown" else ended.assignment is not None


def _reach(search: Steps[Dates, Aim], aim: Aim) -> Step:
    step = search.maximize(aim)
    search.hold(aim, step.value)
    return step


def _draw(search: Steps[Dates, Aim], agenda: Agenda, kinds: frozenset[str]) -> Step:
    """Leave one plan: the one with the greatest sum of lots; of several, the one with the earliest dates, by key."""
    drawn = draw_aim(agenda, kinds)
    step = _reach(search, drawn)
    if not step.proved:
        return step
    places = [place for place, event in enumerate(agenda.events) if event.kind in kinds]
    same = same_aim(agenda, search.incumbent, kinds)
    another = search.branch().reach(same, 1 - len(places), guide=drawn)
    if another and all(_earliest(search, agenda, place) for place in places):
        another = False
    if another is not False:
        return Step(step.value, step.value + 1)
    same = same_aim(agenda, search.incumbent, kinds)
    search.hold(same, -LARGEST, -len(places))  # the only one that is left: what follows need not find that again
    return step


def _call(search: Steps[Dates, Aim], agenda: Agenda) -> Step:
    """Take the earliest calls, and leave one plan."""
    step = _reach(search, early_aim(agenda, CALLS))
    drawn = _draw(search, agenda, CALLS)
    return step if drawn.proved else Step(step.value, max(step.bound, step.value + 1))


def _earliest(search: Steps[Dates, Aim], agenda: Agenda, place: int) -> bool:
    order = [[0] * len(event.options) for event in agenda.events]
    order[place] = [-option for option in range(len(order[place]))]
    return _reach(search, Aim(order)).proved
