"""A tier that maximizes a weighted sum."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from prssmi_match.problem.policy import MaximizeTier
from prssmi_match.problem.values import exact

if TYPE_CHECKING:
    from prssmi_match.problem.policy import Tier
    from prssmi_match.solving.cpsat.steps import Step
    from prssmi_match.solving.tiers.search import TierSearch

__all__ = ["given_up", "maximize"]


def maximize(tier: MaximizeTier, search: TierSearch) -> Step:
    """Maximize, and hold what is not given up."""
    objective = search.objective(tier.maximize)
    step = search.maximize(objective)
    search.hold(objective, step.value - given_up(tier, step.value))
    return step


def given_up(tier: Tier, best: int) -> int:
    """Return how far later tiers may take a tier's value below its best."""
    give_up = tier.give_up if isinstance(tier, MaximizeTier) else None
    if give_up is None:
        return 0
    if give_up.percent is None:
        return give_up.points or 0
    return math.floor(abs(best) * exact(give_up.percent) / 100)
