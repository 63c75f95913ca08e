"""Leximin: the worst-off mentee first, then the next.

On finite levels, leximin is lexicographic minimization of the number of mentees at or below each level, worst first.
Between two levels that the incumbent takes, that number cannot fall any more, so the search jumps from one to the next.
Where questions are quick, the first jump is to the bottleneck, the highest level that all matched mentees can reach
at once.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from prssmi_match.solving.cpsat.steps import Step
from prssmi_match.solving.objective import Objective

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from prssmi_match.compatibility import Compatibility
    from prssmi_match.problem.policy import LeximinTier
    from prssmi_match.solving.tiers.search import TierSearch

__all__ = ["UNMATCHED_LEVEL", "levels_of", "leximin"]

UNMATCHED_LEVEL = -1


def leximin(tier: LeximinTier, search: TierSearch) -> Step:
    """Raise the levels from the worst up; the step tells of the worst matched level."""
    levels = levels_of(tier, search.compatibility)
    worst: int | None = UNMATCHED_LEVEL  # first, as many matched as can be
    below = UNMATCHED_LEVEL - 1
    while worst is not None:
        if search.is_quick and below == UNMATCHED_LEVEL:
            worst = _bottleneck(search, levels, worst)
        # Nobody can be at the levels that were jumped over: the number at or below them is at its least already.
        _fix(search, (below < levels) & (levels < worst))
        above = _above(levels, worst)
        if not _raise(search, above):
            return _unproved(search, levels, above)
        below, worst = worst, _next_level(search, levels, worst)
    value = _worst_matched(search, levels)
    return Step(value, value)


def levels_of(tier: LeximinTier, compatibility: Compatibility) -> NDArray[np.int64]:
    """Return the level that a mentee has by each pair."""
    return np.array(compatibility.weighted(tier.leximin.maximize), dtype=np.int64) // tier.leximin.step


def _counting(pairs: NDArray[np.bool_]) -> Objective:
    return Objective(pairs.astype(np.int8))  # small: many are held


def _above(levels: NDArray[np.int64], level: int) -> Objective:
    return replace(_counting(levels > level), above=level)


def _bottleneck(search: TierSearch, levels: NDArray[np.int64], least: int) -> int:
    """Return the highest level that as many mentees as are matched can all reach, by bisection."""
    matched = len(search.incumbent.chosen)
    candidates = np.unique(levels[levels > least])
    while candidates.size:
        middle = candidates[len(candidates) // 2]
        if search.reach(_counting(levels >= middle), matched):
            least = _worst_matched(search, levels)
            candidates = candidates[candidates > least]
        else:
            candidates = candidates[candidates < middle]
    return least


def _raise(search: TierSearch, objective: Objective) -> bool:
    """Maximize, and hold the maximum from both sides; return whether it is proved."""
    step = search.maximize(objective)
    if step.proved:
        search.hold(objective, step.value, step.value)
    return step.proved


def _fix(search: TierSearch, pairs: NDArray[np.bool_]) -> None:
    """Hold a number of pairs from both sides: proved, and so many cuts less to find."""
    objective = _counting(pairs)
    value = objective.value(search.incumbent)
    search.hold(objective, value, value)


def _unproved(search: TierSearch, levels: NDArray[np.int64], above: Objective) -> Step:
    """Hold what was reached; the list is not proved even where its worst level could not be better."""
    search.hold(above, above.value(search.incumbent))
    value = _worst_matched(search, levels)
    return Step(value, max(value + 1, int(levels.max(initial=0))))


def _worst_matched(search: TierSearch, levels: NDArray[np.int64]) -> int:
    return int(levels[list(search.incumbent.chosen)].min()) if search.incumbent.chosen else 0


def _next_level(search: TierSearch, levels: NDArray[np.int64], below: int) -> int | None:
    """Return the lowest level above one that a mentee of the incumbent takes; None where there is none."""
    incumbent = search.incumbent
    taken = levels[list(incumbent.chosen)].tolist()
    if len(incumbent.chosen) < len(incumbent.mentor_of):
        taken.append(UNMATCHED_LEVEL)
    return min((level for level in taken if level > below), default=None)
