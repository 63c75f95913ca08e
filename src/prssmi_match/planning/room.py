"""Whether there is a plan at all, and where there is none, a few dates that already clash.

Calls follow their visits, and there is nearly always room for them. So sessions and visits are searched without them,
which is a small model, and only the calls of mentors that then have no room for theirs are searched together with them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.planning.aims import DATED, Aim
from prssmi_match.planning.call_dates import mentors_without_room
from prssmi_match.planning.formulation import GuardedPlan, Plan
from prssmi_match.planning.in_time import while_time_lasts
from prssmi_match.planning.variables import Dates
from prssmi_match.solving.cpsat.steps import InfeasibleError, NothingFoundError, Steps

if TYPE_CHECKING:
    from prssmi_match.planning.agenda import Agenda
    from prssmi_match.solving import Budget

__all__ = ["find_clash", "has_dates"]


def has_dates(agenda: Agenda, budget: Budget) -> bool | None:
    """Whether every rule can be kept; None where time ran out, or an interrupt ended it."""
    with while_time_lasts(budget):
        return _crowded(agenda, budget) is None
    return None


def find_clash(agenda: Agenda, budget: Budget) -> frozenset[str]:
    """Return keys of few sessions and visits that no plan gives their dates; none where a plan gives all of them.

    Raises
    ------
    NothingFoundError
        If time ran out.
    """
    crowded = _crowded(agenda, budget)
    if crowded is None:
        return frozenset()
    alone = agenda.each_alone()  # here calls of more mentors can be needed to see that there is no plan
    plan = GuardedPlan(alone.with_calls_of(_crowded(alone, budget, crowded) or ()), DATED)
    core = frozenset(ground.id for ground in plan.core(plan.facts, budget))
    if has_dates(alone.only(core), budget) is False:
        return core
    if budget.is_over:
        raise NothingFoundError
    return frozenset(ground.id for ground in plan.facts)


def _crowded(agenda: Agenda, budget: Budget, crowded: frozenset[str] = frozenset()) -> frozenset[str] | None:
    """Return mentors, some of them known, whose calls have no room beside the rest; None where there is a plan.

    Raises
    ------
    NothingFoundError
        If time ran out.
    """
    while True:
        try:
            steps = Steps[Dates, Aim](Plan(agenda.with_calls_of(crowded)), budget)
            dates = steps.incumbent
        except InfeasibleError:
            return crowded
        more = mentors_without_room(agenda, dates, budget) - crowded
        if not more:
            return None
        crowded |= more
