"""Every way in which rules and facts cannot all hold: the minimal conflicts, the smallest first.

Each conflict has a member in common with every correction, which is what has to be dropped so that the others can hold.
So the smallest set that hits all known corrections either is a conflict, the smallest that is left, or can hold, and
what cannot be added to it is one more correction: implicit hitting sets (A. Ignatiev, A. Previti, M. Liffiton and
J. Marques-Silva, "Smallest MUS extraction with minimal hitting set dualization", 2015). That is slow to the first
conflict where all are large, so the same is done the other way round before: what is left of the facts without the
smallest set that hits all known conflicts has another one, or that set is a correction (R. Reiter, 1987).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from prssmi_match.explanation.conflict import NamedRules, conflict_of, shrink
from prssmi_match.problem.facts import Fact
from prssmi_match.solving import Budget
from prssmi_match.solving.cpsat.growing import GrowingFormulation
from prssmi_match.solving.cpsat.hitting import HittingSets

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.conflict import Conflict

__all__ = ["GrowingRules", "find_conflicts", "smallest_conflicts"]

DROPS, ROUNDS = 20, 40
"""Searches of each kind: beyond, a document has more conflicts than anybody would read."""
LARGE = 40
"""Members of a conflict beyond which no further one like it is looked for."""
PATIENCE = 2.0
"""Seconds for all conflicts after the first: many large ones can take hours, and change nothing for who reads them."""


class GrowingRules(NamedRules[Fact], Protocol):
    """A formulation with named rules that tells what else can hold."""

    def grow(self, facts: Sequence[Fact], budget: Budget) -> list[Fact] | None:
        """Return facts that can all hold, these among them, as many as can be found.

        None where these cannot all hold, or time ran out.
        """


def find_conflicts(problem: Problem, budget: Budget, *, limit: int = 5) -> tuple[tuple[Conflict, ...], bool]:
    """Return up to ``limit`` minimal conflicts in words, the smallest first, and whether there are no others.

    Under stability that is never claimed: a dropped capacity can make more pairs block, so what can hold can stop
    holding where less is in force.
    """
    found, complete = smallest_conflicts(GrowingFormulation(problem), budget, limit=limit)
    stable = problem.program.is_stable
    return tuple(conflict_of(problem, *each) for each in found), complete and not stable


def smallest_conflicts(
    rules: GrowingRules, budget: Budget, *, limit: int = 5
) -> tuple[list[tuple[list[Fact], bool]], bool]:
    """Return up to ``limit`` minimal conflicts by size, then by ids, and whether there are no others.

    Returns
    -------
    conflicts : list of (list of Fact, bool)
        The members by id, and whether it is proved that none can be dropped: False only where time ran out.
    complete : bool
    """
    search = _Search(rules, budget, limit)
    complete = search.all()
    return search.ranked()[:limit], complete and len(search.found) <= limit


class _Search:
    """What is known of the conflicts so far; facts are told by their places in the order of ids."""

    def __init__(self, rules: GrowingRules, budget: Budget, limit: int) -> None:
        self.found: list[tuple[tuple[int, ...], bool]] = []
        self._rules = rules
        self._budget = budget
        self._limit = limit
        self._facts = sorted(rules.facts, key=lambda fact: (fact.id, fact))
        self._place = {fact: place for place, fact in enumerate(self._facts)}
        self._corrected, self._conflicting = HittingSets(), HittingSets()

    def ranked(self) -> list[tuple[list[Fact], bool]]:
        """Return the conflicts found, the smallest first."""
        ordered = sorted(self.found, key=lambda each: _key(each[0]))
        return [([self._facts[place] for place in places], minimal) for places, minimal in ordered]

    def all(self) -> bool:
        """Look for more conflicts than asked for, then for smaller ones; return whether all were found."""
        whole = self._budget
        if self._by_drops(1):
            return True
        self._budget = Budget(min(PATIENCE, whole.remaining))
        complete = self._by_drops(self._limit + 1) or self._by_size()
        if self._budget.is_stopped:
            whole.stop()
        return complete

    def _by_drops(self, most: int) -> bool:
        """Look for so many conflicts in what is left without a few facts; return whether all were found."""
        for _ in range(DROPS):
            if len(self.found) >= most:
                return False
            dropped = self._conflicting.smallest(self._budget)
            if not dropped.exists:
                return dropped.exists is False
            left = [fact for place, fact in enumerate(self._facts) if place not in set(dropped.members)]
            feasible = self._rules.is_feasible(left, self._budget)
            if feasible:
                self._learn_correction(dropped.members)
            elif feasible is None or not self._learn_conflict(left):
                return False
        return False

    def _by_size(self) -> bool:
        """Look for smaller conflicts, until none is left below those found; return whether all were found."""
        for _ in range(ROUNDS):
            hit = self._corrected.smallest(self._budget)
            if not hit.exists:
                return hit.exists is False
            if self._is_settled(hit.members):
                return False
            facts = [self._facts[place] for place in hit.members]
            grown = self._rules.grow(facts, self._budget)
            if grown is not None:
                kept = set(grown)
                self._learn_correction(place for fact, place in self._place.items() if fact not in kept)
            elif not self._learn_conflict(facts):
                return False
        return False

    def _is_settled(self, members: tuple[int, ...]) -> bool:
        """Whether there are enough conflicts that come before all that is left."""
        ordered = sorted(_key(places) for places, _ in self.found)
        return len(ordered) > self._limit and ordered[self._limit - 1] <= _key(members)

    def _learn_correction(self, places: Iterable[int]) -> None:
        places = list(places)
        self._corrected.hit(places)
        self._conflicting.forbid(places)

    def _learn_conflict(self, facts: list[Fact]) -> bool:
        """Learn a conflict within facts; return False where they can hold, time ran out, or it may be large."""
        core = self._core(facts)
        if core is None or (self.found and len(core) > LARGE):
            return False
        members, minimal = shrink(self._rules, core, self._budget)
        if minimal or not self.found:
            places = tuple(sorted(self._place[fact] for fact in members))
            self.found.append((places, minimal))
            self._corrected.forbid(places)
            self._conflicting.hit(places)
        return minimal

    def _core(self, facts: list[Fact]) -> list[Fact] | None:
        """Return the part of facts that clashes, as far as it can be told at once; None where they can hold."""
        core, smaller = facts, self._rules.core(facts, self._budget)
        while len(smaller) < len(core):
            core, smaller = smaller, self._rules.core(smaller, self._budget)
        known = (members for members in (core, facts) if self._rules.is_feasible(members, self._budget) is False)
        return next(known, None)


def _key(places: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
    return len(places), places
