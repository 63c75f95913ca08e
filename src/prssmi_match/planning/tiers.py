"""The search for the best dates: aim after aim, and then the draw.

Calls follow their visits, and there is nearly always room for them. So each aim is first reached without them: that
can only be better, and where the calls find room around it, mentor by mentor, it is the best with them as well. Only
where they do not, all is searched together.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from prssmi_match.planning.aims import CALLS, DATED, Aim, aims_of, as_aim, draw_aim, early_aim
from prssmi_match.planning.call_dates import best_calls, calls_around
from prssmi_match.planning.formulation import Plan
from prssmi_match.solving.cpsat.steps import Step, Steps
from prssmi_match.solving.in_order import Ended, NamedStep, search_in_order

if TYPE_CHECKING:
    from prssmi_match.planning.agenda import Agenda
    from prssmi_match.planning.variables import Dates
    from prssmi_match.solving import Budget

__all__ = ["find_dates"]


def find_dates(agenda: Agenda, budget: Budget) -> Ended[Dates]:
    """Return the best dates, and what each aim reached."""

    def begin() -> tuple[Steps[Dates, Aim], list[NamedStep]]:
        search = _Search(agenda, budget)
        tiers = [NamedStep(name, partial(search.reach_aim, *aims)) for name, aims in search.aims()]
        tiers.append(NamedStep("draw", search.draw))
        if search.outline is not None:
            tiers.append(NamedStep("calls", search.call))
        return search.steps, tiers

    return search_in_order(begin, budget)


class _Search:
    """The search of a whole agenda, and of its outline without calls; None where there are none."""

    def __init__(self, agenda: Agenda, budget: Budget) -> None:
        self.agenda = agenda
        self.budget = budget
        self.plan = Plan(agenda)
        self.steps = Steps(self.plan, budget)
        calls = agenda.calendar.calls
        self.outline = Plan(agenda.without_calls()) if calls.intro or calls.debrief else None
        self.outlined = None if self.outline is None else Steps(self.outline, budget)
        self._held: list[tuple[Aim, Step]] = []
        self._is_drawn = False

    def aims(self) -> list[tuple[str, tuple[Aim, Aim | None]]]:
        """Return the aims by name: of the whole, and of its outline."""
        whole = list(aims_of(self.plan))
        own = [None] * len(whole) if self.outline is None else [aim for _, aim in aims_of(self.outline)]
        return [(name, (aim, outlined)) for (name, aim), outlined in zip(whole, own, strict=True)]

    def reach_aim(self, aim: Aim, outlined: Aim | None) -> Step:
        """Reach an aim, and hold it."""
        if self.outlined is None or outlined is None:
            step = self.steps.maximize(aim)
        else:
            first = self.outlined.maximize(outlined)
            dates = self.outlined.incumbent
            calls = sum(max(own, default=0) for own in aim.by_option[len(dates) :])
            aim = replace(aim, cap=first.bound + calls)
            self._take(calls_around(self.agenda, dates, self.budget))
            step = self.steps.maximize(aim)
            self.outlined.hold(outlined, step.value - calls)
        self.steps.hold(aim, step.value)
        self._held.append((aim, step))
        return step

    def _take(self, dates: Dates | None) -> bool:
        """Go on from dates, if they keep what is held."""
        if dates is None or any(aim.value(dates) < step.value for aim, step in self._held):
            return False
        self.steps.take(dates)
        return True

    def draw(self) -> Step:
        """Leave one choice of sessions and visits."""
        drawn = draw_aim(self.agenda, DATED)
        outlined = None if self.outline is None else draw_aim(self.outline.agenda, DATED)
        step = self._leave_one(drawn, self.reach_aim(drawn, outlined), DATED)
        self._is_drawn = step.proved
        return step

    def call(self) -> Step:
        """Take the earliest calls, and leave one choice of them."""
        early = early_aim(self.agenda, CALLS)
        if self._is_drawn and all(step.proved for _, step in self._held):
            dated = sum(1 for event in self.agenda.events if event.kind in DATED)
            if self._take(best_calls(self.agenda, self.steps.incumbent[:dated], self.budget)):
                value = early.value(self.steps.incumbent)
                return Step(value, value)
        step = self.reach_aim(early, None)
        drawn = draw_aim(self.agenda, CALLS)
        left = self._leave_one(drawn, self.reach_aim(drawn, None), CALLS)
        return step if left.proved else Step(step.value, max(step.bound, step.value + 1))

    def _leave_one(self, drawn: Aim, step: Step, kinds: frozenset[str]) -> Step:
        """Hold the plan with the greatest sum of lots; of several, the one with the earliest dates, by key."""
        if not step.proved:
            return step
        places = [place for place, event in enumerate(self.agenda.events) if event.kind in kinds]
        another = self._has_another(drawn, kinds, len(places))
        if another and all(self._earliest(place) for place in places):
            another = False
        if another is not False:
            return Step(step.value, step.value + 1)
        # The only one that is left: what follows need not find that again.
        self.steps.hold(as_aim(self.agenda, self.steps.incumbent, kinds), len(places))
        return step

    def _has_another(self, drawn: Aim, kinds: frozenset[str], number: int) -> bool | None:
        """Whether other dates of some kinds are drawn as well; without calls that is easier to rule out."""
        if self.outlined is not None and self.outline is not None and kinds == DATED:
            same = as_aim(self.outline.agenda, self.outlined.incumbent, kinds)
            guide = draw_aim(self.outline.agenda, kinds)
            is_outlined = self.outlined.incumbent == self.steps.incumbent[:number]
            if is_outlined and self.outlined.branch().reach(same.negative, 1 - number, guide=guide) is False:
                return False
        same = as_aim(self.agenda, self.steps.incumbent, kinds)
        return self.steps.branch().reach(same.negative, 1 - number, guide=drawn)

    def _earliest(self, place: int) -> bool:
        order = [[0] * len(event.options) for event in self.agenda.events]
        order[place] = [-option for option in range(len(order[place]))]
        return self.reach_aim(Aim(order), None).proved
