"""Max-min: the worst-off matched mentee."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solving.cpsat.steps import Step
from prssmi_match.solving.objective import Objective

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.problem.policy import MaxMinTier
    from prssmi_match.solving.tiers.search import TierSearch

__all__ = ["all_from", "max_min"]


def max_min(tier: MaxMinTier, search: TierSearch) -> Step:
    """Raise the smallest points of a matched mentee, by bisection over the points that pairs have."""
    points = search.compatibility.weighted(tier.max_min.maximize)
    candidates = sorted(set(points))
    proved = True
    while (higher := [value for value in candidates if value > _smallest(search, points)]) and proved:
        middle = higher[len(higher) // 2]
        reached = search.reach(all_from(middle, points), 1)
        proved = reached is not None
        if reached is False:
            candidates = [value for value in candidates if value < middle]
    value = _smallest(search, points)
    if value > 0:
        search.hold(Objective([-int(one < value) for one in points]), 0)
        search.hold(Objective([1] * len(points)), 1)
    return Step(value, max(higher, default=value))


def _smallest(search: TierSearch, points: Sequence[int]) -> int:
    return min((points[position] for position in search.incumbent.chosen), default=0)


def all_from(least: int, points: Sequence[int]) -> Objective:
    """Return an objective that is positive where somebody is matched, and nobody below a value."""
    return Objective([1 if value >= least else -len(points) for value in points])
