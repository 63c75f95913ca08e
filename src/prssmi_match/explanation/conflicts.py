"""Every way in which rules and facts cannot all hold: the minimal conflicts, the smallest first.

By implicit hitting sets (A. Ignatiev, A. Previti, M. Liffiton and J. Marques-Silva, "Smallest MUS extraction with
minimal hitting set dualization", 2015): each conflict has a member in common with every correction, which is a set of
rules and facts without which the others can hold. So the smallest set that hits the corrections found so far either is
a conflict, the smallest that is left, or can hold, and what it can not be enlarged by is one more correction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.explanation.conflict import conflict_of, minimal_conflict, shrink
from prssmi_match.problem.rules import Stability
from prssmi_match.solving.cpsat import GuardedFormulation
from prssmi_match.solving.cpsat.hitting import HittingSets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.explanation.conflict import NamedRules
    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.facts import Fact
    from prssmi_match.solution.conflict import Conflict
    from prssmi_match.solving import Budget

__all__ = ["find_conflicts", "smallest_conflicts"]

ROUNDS = 300
"""Sets that are tried: beyond, a document has more conflicts than anybody would read."""


def find_conflicts(problem: Problem, budget: Budget, *, limit: int = 5) -> tuple[tuple[Conflict, ...], bool]:
    """Return up to ``limit`` minimal conflicts in words, the smallest first, and whether there are no others.

    Under stability that is never claimed: a dropped capacity can make more pairs block, so what can hold can stop
    holding where less is in force.
    """
    found, complete = smallest_conflicts(GuardedFormulation(problem), budget, limit=limit)
    stable = any(isinstance(named.rule, Stability) for named in problem.program.rules)
    return tuple(conflict_of(problem, *each) for each in found), complete and not stable


def smallest_conflicts(
    rules: NamedRules, budget: Budget, *, limit: int = 5
) -> tuple[list[tuple[list[Fact], bool]], bool]:
    """Return up to ``limit`` minimal conflicts by size, then by ids, and whether there are no others.

    Parameters
    ----------
    rules : NamedRules
        Any formulation of which rules and facts can be in force or not.

    Returns
    -------
    conflicts : list of (list of Fact, bool)
        The members by id, and whether it is proved that none can be dropped: False only where time ran out.
    complete : bool
    """
    search = _Search(rules, budget)
    complete = search.run(limit + 1)
    if not search.found and not complete:
        search.found.append(minimal_conflict(rules, budget))
    ranked = sorted(search.found, key=lambda each: (len(each[0]), [fact.id for fact in each[0]]))
    return ranked[:limit], complete and len(ranked) <= limit


class _Search:
    """What is known of the conflicts so far; facts stand in the order of ids."""

    def __init__(self, rules: NamedRules, budget: Budget) -> None:
        self.found: list[tuple[list[Fact], bool]] = []
        self._rules = rules
        self._budget = budget
        self._facts = sorted(rules.facts, key=lambda fact: (fact.id, fact))
        self._place = {fact: place for place, fact in enumerate(self._facts)}
        self._sets = HittingSets()

    def run(self, most: int) -> bool:
        """Look for so many conflicts; return whether there are no others than those found."""
        for _ in range(ROUNDS):
            if len(self.found) == most or self._budget.is_over:
                return False
            hit = self._sets.smallest(self._budget)
            if not hit.exists:
                return hit.exists is False
            if not self._learn([self._facts[place] for place in hit.members]):
                return False
        return False

    def _learn(self, facts: list[Fact]) -> bool:
        """Learn a correction from facts that can hold, a conflict from others; return whether there was time to."""
        holding = self._rules.largest(facts, self._budget)
        if holding is not None:
            kept = set(holding)
            self._sets.hit(place for fact, place in self._place.items() if fact not in kept)
            return True
        if self._rules.is_feasible(facts, self._budget) is not False:
            return False
        members, minimal = shrink(self._rules, facts, self._budget)
        self.found.append((members, minimal))
        self._sets.forbid(self._place[fact] for fact in members)
        return True
