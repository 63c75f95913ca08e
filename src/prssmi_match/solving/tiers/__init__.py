"""How tiers are searched: one file a kind, and the one place that tells them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.policy import (
    GenerousTier,
    LeximinTier,
    LotteryTier,
    MaximizeTier,
    MaxMinTier,
    RankMaximalTier,
)
from prssmi_match.solving.tiers.leximin import leximin
from prssmi_match.solving.tiers.lottery import lottery
from prssmi_match.solving.tiers.max_min import max_min
from prssmi_match.solving.tiers.maximize import maximize
from prssmi_match.solving.tiers.ranks import generous, rank_maximal

if TYPE_CHECKING:
    from prssmi_match.problem.policy import Tier
    from prssmi_match.solving.cpsat.steps import Step
    from prssmi_match.solving.tiers.search import TierSearch

__all__ = ["search_tier"]


def search_tier(tier: Tier, search: TierSearch) -> Step:
    """Search one tier, and hold what it reached for the next."""
    match tier:
        case MaximizeTier():
            return maximize(tier, search)
        case LeximinTier():
            return leximin(tier, search)
        case MaxMinTier():
            return max_min(tier, search)
        case RankMaximalTier():
            return rank_maximal(search)
        case GenerousTier():
            return generous(search)
        case LotteryTier():
            return lottery(tier, search)
