"""The best answers of a finished search: all matchings that are as good in every tier before the lottery."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from prssmi_match.problem.policy import LotteryTier
from prssmi_match.solving.assignment import Assignment
from prssmi_match.solving.cpsat import Formulation
from prssmi_match.solving.difference import difference
from prssmi_match.solving.objective import Objective
from prssmi_match.solving.staged import StagedSearch, search_kind
from prssmi_match.solving.tiers.kept import kept
from prssmi_match.solving.tiers.lottery import lottery
from prssmi_match.solving.tiers.maximize import given_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from prssmi_match.compatibility import Compatibility
    from prssmi_match.problem.criteria import Criterion
    from prssmi_match.solution.matching import Matching
    from prssmi_match.solving.budget import Budget
    from prssmi_match.solving.cpsat import Search
    from prssmi_match.solving.tiers.kept import Kept

__all__ = ["BestAnswers"]


class BestAnswers:
    """A search among the best answers, which starts at one of them; what was proved once is not solved again.

    Parameters
    ----------
    compatibility : Compatibility
        The pairs of the problem.
    answer : Matching
        The answer of the finished search.
    best : mapping of str to int
        What each tier reached when its turn came, by name.
    budget : Budget
        Time and workers.
    proved : int
        How many tiers, from the first on, are proved to be at their best under these rules.
    """

    def __init__(
        self, compatibility: Compatibility, answer: Matching, best: Mapping[str, int], budget: Budget, proved: int = 0
    ) -> None:
        self.compatibility = compatibility
        self.budget = budget
        self.answer = assigned(compatibility, answer)
        self.tiers = [tier for tier in compatibility.problem.program.tiers if not isinstance(tier, LotteryTier)]
        self._lottery = compatibility.problem.program.tiers[-1]
        self._best = best
        self._proved = proved
        self._rows: list[Kept] = []
        self._keeping = [Formulation(compatibility)]

    @cached_property
    def is_network(self) -> bool:
        """Whether the rules are a network: then a search from the first tier costs less than to go on with CP-SAT."""
        return StagedSearch(self.compatibility, self.budget).is_network

    def objective(self, criteria: Iterable[Criterion]) -> Objective:
        """Return the weighted sum of criteria of the policy, with weights of its own or others."""
        return self._kept(len(self.tiers)).objective(criteria)

    def _kept(self, upto: int) -> Formulation:
        """Return the rules, and what the first tiers keep; each is made once, from the one before."""
        for tier in self.tiers[len(self._keeping) - 1 : upto]:
            formulation, is_proved = self._keeping[-1].branch(), len(self._keeping) <= self._proved
            for row in kept(tier, formulation, self.answer, self._best[tier.name]):
                if row.is_best and is_proved:
                    formulation.hold_best(row.objective, self.answer)
                else:
                    formulation.hold(row.objective, row.least)
                self._rows.append(row)
            self._keeping.append(formulation)
        return self._keeping[upto]

    def search(
        self,
        *,
        upto: int | None = None,
        within: Mapping[str, int | None] | None = None,
        start: Assignment | None = None,
    ) -> Search:
        """Return a search among the matchings that are as good in the first tiers, in all of them by default.

        Parameters
        ----------
        upto : int or None
            The number of tiers that are kept.
        within : mapping of str to int or None
            How far a tier may fall short, by name; None is any distance.
        start : Assignment or None
            One of these matchings; by default the answer.
        """
        losses = [(within or {}).get(tier.name, 0) for tier in self.tiers[:upto]]
        exact = next((index for index, loss in enumerate(losses) if loss != 0), len(losses))
        search = search_kind(self.compatibility)(self._kept(exact).branch(), self.budget, start or self.answer)
        for tier, loss in zip(self.tiers[exact:upto], losses[exact:], strict=True):
            if loss is not None:
                for row in kept(tier, search.formulation, self.answer, self._best[tier.name], loss):
                    search.hold(row.objective, row.least)
        return search

    def giving_up(self, index: int, amount: int) -> Search:
        """Return a search among the matchings that are as good in the first tiers, and that give up an amount in one.

        That tier keeps its best less the amount, whatever it gives up by itself.
        """
        search, tier = self.search(upto=index), self.tiers[index]
        best = self._best[tier.name]
        ((objective, least, _),) = kept(tier, search.formulation, self.answer, best, amount - given_up(tier, best))
        search.hold(objective, least)
        if objective.value(self.answer) < least:
            search.forget()
        return search

    def demanding(self, positions: Iterable[int]) -> Search:
        """Return a search among all matchings that have one of some pairs."""
        wanted, search = set(positions), self.search(upto=0)
        search.hold(Objective([int(position in wanted) for position in range(len(self.compatibility.pairs))]), 1)
        search.forget()
        return search

    def has(self, assignment: Assignment) -> bool:
        """Whether a matching that keeps the rules is one of the best answers."""
        self._kept(len(self.tiers))
        return all(row.objective.value(assignment) >= row.least for row in self._rows)

    def all(self, search: Search, limit: int) -> tuple[list[Assignment], bool]:
        """Return up to ``limit`` matchings of a search, its incumbent first, and whether these are all."""
        found = [search.incumbent]
        while len(found) <= limit:
            moved, constant = difference(found[-1])
            search.hold(moved, 1 - constant)
            other = search.reach(moved, 1 - constant)
            if not other:
                return found, other is False
            found.append(search.incumbent)
        return found[:limit], False

    def nearest(self, search: Search) -> Assignment | None:
        """Return the matching of a search with the fewest mentees that are not as in the answer; a tie is drawn.

        None where time ran out before that was proved.
        """
        moved, _ = difference(self.answer)
        objective = Objective([-value for value in moved.listed])
        step = search.maximize(objective)
        search.hold(objective, step.value)
        return search.incumbent if step.proved and self.draw(search) else None

    def draw(self, search: Search) -> bool:
        """Leave one matching of a search by the lottery of the program; return whether that is proved."""
        assert isinstance(self._lottery, LotteryTier)  # noqa: S101 - every program ends with one
        return lottery(self._lottery, search).proved


def assigned(compatibility: Compatibility, matching: Matching) -> Assignment:
    """Return a matching of admissible pairs as the engine holds it."""
    return Assignment(
        compatibility, (p for pair in matching.pairs for p in compatibility.positions_of(pair.mentee, pair.mentor))
    )
