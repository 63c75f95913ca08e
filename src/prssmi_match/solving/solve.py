"""The whole search: tier after tier, until all are proved or the budget is over."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from prssmi_match.solving.assignment import Assignment
from prssmi_match.solving.in_order import Ended, NamedStep, TierOutcome, search_in_order
from prssmi_match.solving.staged import StagedSearch
from prssmi_match.solving.tiers import search_tier
from prssmi_match.solving.tiers.maximize import given_up

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from prssmi_match.compatibility import Compatibility
    from prssmi_match.problem.policy import Tier
    from prssmi_match.solving.budget import Budget
    from prssmi_match.solving.cpsat import Search

__all__ = ["Outcome", "TierOutcome", "resume", "search_tiers", "solve"]


Outcome = Ended[Assignment]
"""How the search for a matching ended."""


def solve(compatibility: Compatibility, tiers: Sequence[Tier], budget: Budget) -> Outcome:
    """Search the tiers in order.

    An interrupt (Ctrl-C) ends the budget; the later tiers are then those of the best matching so far.
    """
    return search_tiers(lambda: StagedSearch(compatibility, budget), tiers, budget)


def resume(search: Search, tiers: Sequence[Tier]) -> Outcome:
    """Search the tiers in order among the matchings that keep what a search holds, starting from its incumbent.

    So what is proved of the tiers before these is held, and not searched again.
    """
    return search_tiers(lambda: StagedSearch(search.compatibility, search.budget, search), tiers, search.budget)


def search_tiers(made: Callable[[], StagedSearch], tiers: Sequence[Tier], budget: Budget) -> Outcome:
    """Search the tiers in order on a search, which is made where an interrupt is seen to."""

    def begin() -> tuple[StagedSearch, list[NamedStep]]:
        search = made()
        return search, [
            NamedStep(tier.name, partial(search_tier, tier, search), partial(given_up, tier), search.take_proof)
            for tier in tiers
        ]

    return search_in_order(begin, budget)
