"""The whole search: tier after tier, until all are proved or the budget is over."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from prssmi_match.solving.assignment import Assignment
from prssmi_match.solving.cpsat import Formulation, Search
from prssmi_match.solving.in_order import Ended, NamedStep, TierOutcome, search_in_order
from prssmi_match.solving.staged import StagedSearch
from prssmi_match.solving.tiers import search_tier
from prssmi_match.solving.tiers.maximize import given_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from prssmi_match.compatibility import Compatibility
    from prssmi_match.problem.policy import Tier
    from prssmi_match.solving.budget import Budget
    from prssmi_match.solving.tiers.kept import Kept

__all__ = ["Outcome", "TierOutcome", "solve"]


Outcome = Ended[Assignment]
"""How the search for a matching ended."""


def solve(
    compatibility: Compatibility,
    tiers: Sequence[Tier],
    budget: Budget,
    kept: Callable[[Formulation], Iterable[Kept]] | None = None,
    start: Assignment | None = None,
) -> Outcome:
    """Search the tiers in order.

    An interrupt (Ctrl-C) ends the budget; the later tiers are then those of the best matching so far.

    Parameters
    ----------
    kept : callable or None
        Gives what every matching has to reach besides the rules, such as what tiers before these are known to reach.
    start : Assignment or None
        A matching that does.
    """

    def begin() -> tuple[StagedSearch, list[NamedStep]]:
        keeping = None if kept is None else _keeping(kept, Search(Formulation(compatibility), budget, start))
        search = StagedSearch(compatibility, budget, keeping)
        return search, [
            NamedStep(tier.name, partial(search_tier, tier, search), partial(given_up, tier), search.take_proof)
            for tier in tiers
        ]

    return search_in_order(begin, budget)


def _keeping(kept: Callable[[Formulation], Iterable[Kept]], search: Search) -> Search:
    for objective, least in kept(search.formulation):
        search.hold(objective, least)
    return search
