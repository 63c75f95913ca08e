"""Why a cohort cannot be given its dates, and what would settle it: the search is that of the match."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.explanation.conflict import minimal_conflict
from prssmi_match.planning.agenda import Agenda
from prssmi_match.planning.formulation import GuardedPlan, RelaxedPlan
from prssmi_match.planning.tiers import has_dates
from prssmi_match.problem.calendar.changes import MOST, change_calendar, owner_of
from prssmi_match.problem.wording.calendar import ground_sentence
from prssmi_match.problem.wording.calendar_changes import calendar_change_sentence, calendar_changes_sentence
from prssmi_match.solution.conflict import Conflict, ConflictMember
from prssmi_match.solution.schedule import CalendarChange, CalendarRepair

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prssmi_match.problem.calendar.grounds import Ground, GroundKind
    from prssmi_match.solving import Budget

__all__ = ["COSTS", "find_plan_conflict", "find_plan_repairs"]

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


def find_plan_conflict(agenda: Agenda, budget: Budget) -> Conflict:
    """Return a minimal conflict of a calendar that no plan keeps, in words."""
    grounds, minimal = minimal_conflict(GuardedPlan(_full(agenda)), budget)
    members = (
        ConflictMember(rule_id=ground.id, sentence=ground_sentence(agenda.problem, agenda.calendar, ground))
        for ground in grounds
    )
    return Conflict(members=tuple(members), minimal=minimal)


def find_plan_repairs(agenda: Agenda, budget: Budget, limit: int) -> tuple[tuple[CalendarRepair, ...], bool]:
    """Return up to ``limit`` minimal repairs, each proved to work, the cheapest first, and whether there are no others.

    As all costs are at least 1, a part of a repair costs less, and would have been found before it.
    """
    search = RelaxedPlan(_full(agenda), _price)
    found: list[CalendarRepair] = []
    for _ in budget.each(range(limit), "repairs"):
        cheapest = search.cheapest(budget)
        if not cheapest.by_lever:
            return _ranked(found), cheapest.proved
        changed = change_calendar(agenda.calendar, cheapest.by_lever)
        works = has_dates(Agenda(agenda.problem, agenda.matching, changed), budget)
        if not cheapest.proved or not works:
            return _ranked(found), False
        found.append(_repair(agenda, cheapest.by_lever))
        search.forbid(cheapest.by_lever)
    return _ranked(found), search.is_exhausted(budget)


def _full(agenda: Agenda) -> Agenda:
    return Agenda(agenda.problem, agenda.matching, agenda.calendar, full=True)


def _price(ground: Ground) -> tuple[int, int] | None:
    return (COSTS[ground.kind], MOST[ground.kind]) if ground.kind in COSTS else None


def _ranked(found: list[CalendarRepair]) -> tuple[CalendarRepair, ...]:
    return tuple(sorted(found, key=lambda repair: (repair.cost, len(repair.changes), repair.sentence)))


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
