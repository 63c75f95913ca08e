"""Whether other tiers leave the same best answers: the search ends with the first tier that tells them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.policy import LeximinTier, MaximizeTier
from prssmi_match.problem.values import LARGEST
from prssmi_match.solution.status import Status
from prssmi_match.solving.difference import difference
from prssmi_match.solving.solve import search_tiers
from prssmi_match.solving.staged import StagedSearch
from prssmi_match.solving.tiers.leximin import UNMATCHED_LEVEL, levels_of
from prssmi_match.solving.tiers.maximize import given_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from prssmi_match.problem.policy import Tier
    from prssmi_match.solving.assignment import Assignment
    from prssmi_match.solving.best import BestAnswers
    from prssmi_match.solving.cpsat import Search
    from prssmi_match.solving.objective import Objective

__all__ = ["SameBest"]


class SameBest:
    """The question whether the best answers under other tiers are exactly those of a finished search.

    What does not change is not searched again: the rules, the tiers before the first that differs, and the matchings
    that earlier questions found to be better.

    Parameters
    ----------
    answers : BestAnswers
        The finished search.
    best : sequence of Assignment
        All its best answers.
    """

    def __init__(self, answers: BestAnswers, best: Sequence[Assignment]) -> None:
        self._answers = answers
        self._best = best
        self._better: dict[int, list[Assignment]] = {}

    def under(self, tiers: Sequence[Tier]) -> bool | None:
        """Return whether other tiers, as many and without the lottery, leave the same; None where time ran out."""
        same = [one == other for one, other in zip(self._answers.tiers, tiers, strict=True)]
        first = same.index(False) if False in same else len(tiers)
        better = self._better.setdefault(first, [])
        if any(self._tells_apart(tiers[first], other) for other in better):
            return False
        # On a network all tiers cost less than to leave it.
        begin = 0 if self._answers.is_network else first
        known = None if self._answers.is_network else self._answers.search(upto=begin)
        search = _Watching(self._answers, self._best, known)
        try:
            outcome = search_tiers(lambda: search, tiers[begin:], self._answers.budget)
        except _LeftOutError:
            better.append(search.incumbent)
            return False
        return search.leaves_no_other() if outcome.status is Status.OPTIMAL else None

    def _tells_apart(self, tier: Tier, other: Assignment) -> bool:
        """Whether a tier leaves out one of the best answers because of another matching, which may not be its best."""
        match tier:
            case MaximizeTier():
                objective = self._answers.objective(tier.maximize)
                reached = objective.value(other)
                return any(objective.value(one) < reached - given_up(tier, reached) for one in self._best)
            case LeximinTier():
                levels = levels_of(tier, self._answers.compatibility)
                return any(_profile(one, levels) < _profile(other, levels) for one in self._best)
            case _:
                return False


class _LeftOutError(Exception):
    """A tier left out one of the answers that were watched; never leaves the module."""


class _Watching(StagedSearch):
    """A search that ends as soon as it holds what one of some matchings does not keep."""

    def __init__(self, answers: BestAnswers, watched: Sequence[Assignment], search: Search | None) -> None:
        super().__init__(answers.compatibility, answers.budget, search)
        self._watched = watched

    def hold(self, objective: Objective, least: int, most: int = LARGEST) -> None:
        """Keep an objective from falling below a value, or passing one, where all that are watched do.

        Raises
        ------
        _LeftOutError
            If one does not.
        """
        if not all(least <= objective.value(one) <= most for one in self._watched):
            raise _LeftOutError
        super().hold(objective, least, most)

    def leaves_no_other(self) -> bool | None:
        """Whether only the watched keep all that is held; None where time ran out."""
        found = [one for one in self._watched if one.chosen == self.incumbent.chosen]
        if not found:
            return False
        for one in self._watched:
            if one is not found[0]:
                moved, constant = difference(one)
                super().hold(moved, 1 - constant)
        moved, constant = difference(found[0])
        another = self.reach(moved, 1 - constant, guide=moved)
        return None if another is None else not another


def _profile(assignment: Assignment, levels: NDArray[np.int64]) -> list[int]:
    """Return the level of every mentee, the worst first."""
    unmatched = len(assignment.mentor_of) - len(assignment.chosen)
    return sorted([*levels[list(assignment.chosen)].tolist(), *[UNMATCHED_LEVEL] * unmatched])
