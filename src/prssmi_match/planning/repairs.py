"""What would settle that a cohort cannot be given its dates: the search is that of the match, on few dates at a time.

What is cheapest for some of the dates costs no more than what is enough for all of them. So the search begins with
those of the conflict, and takes in further ones where no plan has all dates after the cheapest changes: it ends with
changes that are the cheapest for all.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from prssmi_match.planning.formulation import RelaxedPlan
from prssmi_match.planning.in_time import while_time_lasts
from prssmi_match.planning.room import find_clash
from prssmi_match.problem.calendar.changes import MOST, change_calendar, owner_of
from prssmi_match.problem.wording.calendar_changes import calendar_change_sentence, calendar_changes_sentence
from prssmi_match.solution.schedule import CalendarChange, CalendarRepair

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prssmi_match.planning.agenda import Agenda
    from prssmi_match.problem.calendar.grounds import Ground, GroundKind
    from prssmi_match.solution.conflict import Conflict
    from prssmi_match.solving import Budget
    from prssmi_match.solving.cpsat.priced import Amounts

__all__ = ["COSTS", "find_plan_repairs"]

COSTS: Mapping[GroundKind, int] = {
    # The coordinator's own, a little at a time.
    "apart": 1,
    "notice": 1,
    # What a mentor is asked to give, a day or a visit at a time; hours of somebody's day.
    "preparation": 1,
    "visits_a_month": 2,
    "hours": 2,
    "present": 2,
    # What the program stands for, and a mentor that has to split up.
    "sessions_before": 3,
    "groups_at_once": 3,
    "end": 3,
    "debrief": 3,
    "intro": 3,
    # A site has said that it cannot, and has to be talked round.
    "away": 5,
    "blackout": 5,
    "available": 6,
    "hosting": 6,
    "weekdays": 6,
}
"""What a unit of each change costs; only the proportions matter, they rank the repairs."""


def find_plan_repairs(
    agenda: Agenda, conflict: Conflict, budget: Budget, limit: int
) -> tuple[tuple[CalendarRepair, ...], bool]:
    """Return up to ``limit`` minimal repairs, each proved to work, the cheapest first, and whether there are no others.

    As all costs are at least 1, a part of a repair costs less, and would have been found before it.
    """
    found: list[CalendarRepair] = []
    complete = False
    with while_time_lasts(budget):
        complete = _find(_Search(agenda, conflict, budget), limit, found)
    return tuple(sorted(found, key=lambda repair: (repair.cost, len(repair.changes), repair.sentence))), complete


def _find(search: _Search, limit: int, found: list[CalendarRepair]) -> bool:
    """Add repairs to those that were found; return whether there are no others."""
    for _ in search.budget.each(range(limit), "repairs"):
        cheapest = search.cheapest()
        if cheapest.by_lever is None or not cheapest.proved:
            return cheapest.proved
        found.append(_repair(search.agenda, cheapest.by_lever))
        search.forbid(cheapest.by_lever)
    return search.is_exhausted()


class _Search:
    """The repairs of the dates that were found to matter so far."""

    def __init__(self, agenda: Agenda, conflict: Conflict, budget: Budget) -> None:
        self.agenda = agenda
        self.budget = budget
        self._part = frozenset(member.rule_id for member in conflict)
        self._plan = RelaxedPlan(agenda.in_full(self._part), _price)
        self._forbidden: list[Mapping[Ground, int]] = []

    def cheapest(self) -> Amounts[Ground]:
        """Return the cheapest changes that are enough for all dates, and not forbidden; not proved without time."""
        while True:
            cheapest = self._plan.cheapest(self.budget)
            if cheapest.by_lever is None or not cheapest.proved:
                return cheapest
            calendar = change_calendar(self.agenda.calendar, cheapest.by_lever)
            clash = find_clash(replace(self.agenda, calendar=calendar), self.budget)
            if not clash:
                return cheapest
            if clash <= self._part:  # changes that were enough for these are not: never seen, and it would not end
                return replace(cheapest, proved=False)
            self._take_in(clash)

    def _take_in(self, part: frozenset[str]) -> None:
        """Look for changes that are enough for more dates."""
        self._part |= part
        self._plan = RelaxedPlan(self.agenda.in_full(self._part), _price)
        for amounts in self._forbidden:
            self._plan.forbid(amounts)

    def forbid(self, amounts: Mapping[Ground, int]) -> None:
        """Leave out these changes, and all that go as far or further."""
        self._forbidden.append(amounts)
        self._plan.forbid(amounts)

    def is_exhausted(self) -> bool:
        """Whether it is known that no other changes are enough."""
        return self._plan.is_exhausted(self.budget)


def _price(ground: Ground) -> tuple[int, int] | None:
    return (COSTS[ground.kind], MOST[ground.kind]) if ground.kind in COSTS else None


def _repair(agenda: Agenda, amounts: Mapping[Ground, int]) -> CalendarRepair:
    problem, calendar = agenda.problem, agenda.calendar
    ordered = dict(sorted(amounts.items(), key=lambda item: (owner_of(item[0]), item[0])))
    changes = tuple(
        CalendarChange(
            kind=ground.kind,
            rule_id=ground.id,
            ground=ground,
            owner=owner_of(ground),
            amount=amount,
            cost=COSTS[ground.kind] * amount,
            sentence=calendar_change_sentence(problem, calendar, ground, amount),
        )
        for ground, amount in ordered.items()
    )
    cost = sum(change.cost for change in changes)
    return CalendarRepair(cost=cost, changes=changes, sentence=calendar_changes_sentence(problem, calendar, ordered))
