"""The whole search: tier after tier, until all are proved or the budget is over."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.solution.status import Status
from prssmi_match.solving.cpsat import Formulation, Search
from prssmi_match.solving.cpsat.search import InfeasibleError, NothingFoundError
from prssmi_match.solving.staged import StagedSearch
from prssmi_match.solving.tiers import search_tier
from prssmi_match.solving.tiers.maximize import given_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from prssmi_match.compatibility import Compatibility
    from prssmi_match.problem.policy import Tier
    from prssmi_match.solution.proof import ProofStep
    from prssmi_match.solving.assignment import Assignment
    from prssmi_match.solving.budget import Budget
    from prssmi_match.solving.cpsat.search import Step
    from prssmi_match.solving.tiers.kept import Kept

__all__ = ["Outcome", "TierOutcome", "solve"]


@dataclass(frozen=True, slots=True)
class TierOutcome:
    """What a tier reached when it was searched.

    Attributes
    ----------
    least : int
        The value that the final answer keeps: below the one reached only by ``give_up``.
    proof : tuple of ProofStep
        What the network proved of it.
    """

    name: str
    step: Step
    least: int
    seconds: float
    proof: tuple[ProofStep, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a search ended; the assignment is None, and there are no tiers, where no matching was found."""

    status: Status
    assignment: Assignment | None = None
    tiers: tuple[TierOutcome, ...] = ()


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
    outcomes: list[TierOutcome] = []
    try:
        keeping = None if kept is None else _keeping(kept, compatibility, budget, start)
        search = StagedSearch(compatibility, budget, keeping)
        while len(outcomes) < len(tiers):
            try:
                outcomes.append(_searched(tiers[len(outcomes)], search, budget))
            except KeyboardInterrupt:
                budget.stop()
        found = search.incumbent
    except InfeasibleError:
        return Outcome(Status.INFEASIBLE)
    except (NothingFoundError, KeyboardInterrupt):
        return Outcome(Status.UNKNOWN)
    proved = all(outcome.step.proved for outcome in outcomes)
    return Outcome(Status.OPTIMAL if proved else Status.FEASIBLE, found, tuple(outcomes))


def _keeping(
    kept: Callable[[Formulation], Iterable[Kept]],
    compatibility: Compatibility,
    budget: Budget,
    start: Assignment | None,
) -> Search:
    search = Search(Formulation(compatibility), budget, start)
    for objective, least in kept(search.formulation):
        search.hold(objective, least)
    return search


def _searched(tier: Tier, search: StagedSearch, budget: Budget) -> TierOutcome:
    budget.tier = tier.name
    begin = time.monotonic()
    known = len(search.steps)
    step = search_tier(tier, search)
    budget.report(step.value, step.bound)
    least = step.value - given_up(tier, step.value)
    return TierOutcome(tier.name, step, least, time.monotonic() - begin, tuple(search.steps[known:]))
