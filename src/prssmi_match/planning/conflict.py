"""Why a cohort cannot be given its dates: the search is that of the match, on the few dates that cannot all be had.

These are found first, on the dates that nothing stands against. Only for them, all that stands against any date is then
listed and blamed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.explanation.conflict import minimal_conflict
from prssmi_match.planning.formulation import GuardedPlan
from prssmi_match.planning.in_time import while_time_lasts
from prssmi_match.planning.room import find_clash
from prssmi_match.problem.wording.calendar import ground_sentence
from prssmi_match.solution.conflict import Conflict, ConflictMember

if TYPE_CHECKING:
    from prssmi_match.planning.agenda import Agenda
    from prssmi_match.problem.calendar.grounds import Ground
    from prssmi_match.solving import Budget

__all__ = ["find_plan_conflict"]


def find_plan_conflict(agenda: Agenda, budget: Budget) -> Conflict:
    """Return a minimal conflict of a calendar that no plan keeps, in words; without members where time ran out."""
    grounds: list[Ground] = []
    minimal = False
    with while_time_lasts(budget):
        grounds, minimal = minimal_conflict(GuardedPlan(agenda.in_full(find_clash(agenda, budget))), budget)
    members = (
        ConflictMember(rule_id=ground.id, sentence=ground_sentence(agenda.problem, agenda.calendar, ground))
        for ground in grounds
    )
    return Conflict(members=tuple(members), minimal=minimal)
