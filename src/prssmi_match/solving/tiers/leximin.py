"""Leximin: the worst-off mentee first, then the next.

On finite levels, leximin is lexicographic minimization of the number of mentees at or below each level, worst first.
Between two levels that the incumbent takes, that number cannot fall any more, so the search jumps from one to the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solving.cpsat.search import Step
from prssmi_match.solving.objective import Objective

if TYPE_CHECKING:
    from prssmi_match.problem.policy import LeximinTier
    from prssmi_match.solving.tiers.search import TierSearch

__all__ = ["leximin"]

UNMATCHED_LEVEL = -1


def leximin(tier: LeximinTier, search: TierSearch) -> Step:
    """Raise the levels from the worst up; the step tells of the worst matched level."""
    levels = [points // tier.leximin.step for points in search.compatibility.weighted(tier.leximin.maximize)]
    below = UNMATCHED_LEVEL - 1
    while (worst := _next_level(search, levels, below)) is not None:
        # Nobody can be at the levels that were jumped over: the number at or below them is at its least already.
        _fix(search, Objective([int(below < level < worst) for level in levels]))
        if worst > UNMATCHED_LEVEL > below:
            _fix(search, Objective([1] * len(levels)))
        above = Objective([int(level > worst) for level in levels])
        if not search.maximize(above).proved:
            return _unproved(search, levels, above)
        _fix(search, above)
        below = worst
    value = _worst_matched(search, levels)
    return Step(value, value)


def _fix(search: TierSearch, objective: Objective) -> None:
    """Hold an objective at its value from both sides: proved, and so many cuts less to find."""
    value = objective.value(search.incumbent)
    search.hold(objective, value, value)


def _unproved(search: TierSearch, levels: list[int], above: Objective) -> Step:
    """Hold what was reached; the list is not proved even where its worst level could not be better."""
    search.hold(above, above.value(search.incumbent))
    value = _worst_matched(search, levels)
    return Step(value, max(value + 1, *levels))


def _worst_matched(search: TierSearch, levels: list[int]) -> int:
    return min((levels[position] for position in search.incumbent.chosen), default=0)


def _next_level(search: TierSearch, levels: list[int], below: int) -> int | None:
    """Return the lowest level above one that a mentee of the incumbent takes; None where there is none."""
    incumbent = search.incumbent
    taken = {levels[position] for position in incumbent.chosen}
    if len(incumbent.chosen) < len(incumbent.mentor_of):
        taken.add(UNMATCHED_LEVEL)
    return min((level for level in taken if level > below), default=None)
