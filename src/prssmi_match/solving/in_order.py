"""Tiers in strict order, of any search, until all are proved or the budget is over."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

from prssmi_match.solution.status import Status
from prssmi_match.solving.cpsat.steps import InfeasibleError, NothingFoundError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from prssmi_match.solution.proof import ProofStep
    from prssmi_match.solving.budget import Budget
    from prssmi_match.solving.cpsat.steps import Step

__all__ = ["Ended", "Incumbent", "NamedStep", "TierOutcome", "search_in_order"]

A = TypeVar("A")
A_co = TypeVar("A_co", covariant=True)


@dataclass(frozen=True, slots=True)
class TierOutcome:
    """What a tier reached when it was searched.

    Attributes
    ----------
    least : int
        The value that the final answer keeps: below the one reached only by ``give_up``.
    proof : tuple of ProofStep
        What can be checked without a solver.
    """

    name: str
    step: Step
    least: int
    seconds: float
    proof: tuple[ProofStep, ...] = ()


@dataclass(frozen=True, slots=True)
class Ended(Generic[A]):
    """How a search ended; the assignment is None, and there are no tiers, where nothing was found."""

    status: Status
    assignment: A | None = None
    tiers: tuple[TierOutcome, ...] = ()


class NamedStep(NamedTuple):
    """A tier: its name, and what searches it and holds what it reached.

    And how much of a value later tiers may take, and what then tells the proof.
    """

    name: str
    search: Callable[[], Step]
    given_up: Callable[[int], int] = lambda _: 0
    proof: Callable[[], tuple[ProofStep, ...]] = tuple


class Incumbent(Protocol[A_co]):
    """A search that has a best assignment so far."""

    @property
    def incumbent(self) -> A_co:
        """The best assignment so far."""


def search_in_order(begin: Callable[[], tuple[Incumbent[A], Sequence[NamedStep]]], budget: Budget) -> Ended[A]:
    """Search the tiers in order.

    An interrupt (Ctrl-C) ends the budget; the later tiers are then those of the best assignment so far.

    Parameters
    ----------
    begin : callable
        Gives the search, and the tiers on it.
    """
    outcomes: list[TierOutcome] = []
    try:
        search, tiers = begin()
        while len(outcomes) < len(tiers):
            try:
                outcomes.append(_searched(tiers[len(outcomes)], budget))
            except KeyboardInterrupt:
                budget.stop()
        found = search.incumbent
    except InfeasibleError:
        return Ended(Status.INFEASIBLE)
    except (NothingFoundError, KeyboardInterrupt):
        return Ended(Status.UNKNOWN)
    proved = all(outcome.step.proved for outcome in outcomes)
    return Ended(Status.OPTIMAL if proved else Status.FEASIBLE, found, tuple(outcomes))


def _searched(tier: NamedStep, budget: Budget) -> TierOutcome:
    budget.tier = tier.name
    begin = time.monotonic()
    step = tier.search()
    budget.report(step.value, step.bound)
    least = step.value - tier.given_up(step.value)
    return TierOutcome(tier.name, step, least, time.monotonic() - begin, tier.proof())
