"""A search that stays on the network as long as that can tell what is asked, and goes on with CP-SAT from there."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from prssmi_match.problem.criteria import FewBlockingPairs
from prssmi_match.problem.policy import criteria_of
from prssmi_match.problem.values import LARGEST
from prssmi_match.solving.bounded import BoundedSearch
from prssmi_match.solving.cpsat import Formulation, Search
from prssmi_match.solving.network import CostRangeError, NetworkSearch, NotANetworkError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from prssmi_match.compatibility import Compatibility
    from prssmi_match.problem.criteria import Criterion
    from prssmi_match.solution.proof import ProofStep
    from prssmi_match.solving.assignment import Assignment
    from prssmi_match.solving.budget import Budget
    from prssmi_match.solving.cpsat.steps import Step
    from prssmi_match.solving.objective import Objective
    from prssmi_match.solving.tiers.search import TierSearch

__all__ = ["StagedSearch", "search_kind"]

T = TypeVar("T")


class StagedSearch:
    """The longest run of tiers that a network can tell is solved there; CP-SAT takes over with all that was held.

    Both give the same answers. The network gives them sooner, and with multipliers that prove them.

    Parameters
    ----------
    compatibility : Compatibility
        The pairs.
    budget : Budget
        Time, workers and listener.
    search : Search or None
        A search by CP-SAT to go on with from the start, where it holds what the network was not told.
    """

    def __init__(self, compatibility: Compatibility, budget: Budget, search: Search | None = None) -> None:
        self.compatibility = compatibility
        self._steps: list[ProofStep] = []
        self._budget = budget
        self._network = _network(compatibility, self._steps) if search is None else None
        self._search = None if search is None else search.by(search_kind(compatibility))

    @property
    def incumbent(self) -> Assignment:
        """The best matching so far."""
        return self._ask(lambda search: search.incumbent)

    @property
    def is_network(self) -> bool:
        """Whether the network is still asked, and all rules are in it."""
        return self._network is not None and self._network.has_all_rules

    @property
    def is_quick(self) -> bool:
        """Whether the network is still asked, or a relaxation."""
        return self._ask(lambda search: search.is_quick)

    def objective(self, criteria: Iterable[Criterion]) -> Objective:
        """Return the weighted sum of criteria."""
        return self._ask(lambda search: search.objective(criteria))

    def maximize(self, objective: Objective) -> Step:
        """Maximize an objective as far as the budget goes."""
        step = self._ask(lambda search: search.maximize(objective))
        self._drop_half_a_proof()
        return step

    def hold(self, objective: Objective, least: int, most: int = LARGEST) -> None:
        """Keep an objective from falling below a value, or passing one, from now on."""
        self._ask(lambda search: search.hold(objective, least, most))

    def reach(self, objective: Objective, least: int, guide: Objective | None = None) -> bool | None:
        """Whether a matching that keeps all that is held reaches a value; it becomes the incumbent."""
        reached = self._ask(lambda search: search.reach(objective, least, guide))
        self._drop_half_a_proof()
        return reached

    def _drop_half_a_proof(self) -> None:
        """Forget what was proved of a tier in which another search was asked since: it proves no whole tier."""
        if self._network is None:
            self._steps.clear()

    def take_proof(self) -> tuple[ProofStep, ...]:
        """Return what the network proved since this was last asked."""
        proof = tuple(self._steps)
        self._steps.clear()
        return proof

    def _ask(self, question: Callable[[TierSearch], T]) -> T:
        if self._network is not None and not self._budget.is_over:
            try:
                return question(self._network)
            except (NotANetworkError, CostRangeError):
                pass
        return question(self._handed_over())

    def _handed_over(self) -> Search:
        """Return the search by CP-SAT, which begins at the matching and the face that the network left."""
        if self._search is None:
            network, self._network = self._network, None
            start = network.incumbent if network is not None and network.has_incumbent else None
            self._search = search_kind(self.compatibility)(Formulation(self.compatibility), self._budget, start)
            for settled in () if network is None else network.settled():
                self._search.settle(*settled)
        return self._search


def search_kind(compatibility: Compatibility) -> type[Search]:
    """Return how CP-SAT is best asked."""
    # Of blocking pairs a relaxation tells little: at 750 x 50 with ties it costs more than it saves.
    program = compatibility.problem.program
    criteria = (criterion for tier in program.tiers for criterion in criteria_of(tier))
    of_blocking = program.is_stable or any(isinstance(criterion, FewBlockingPairs) for criterion in criteria)
    return Search if of_blocking else BoundedSearch


def _network(compatibility: Compatibility, steps: list[ProofStep]) -> NetworkSearch | None:
    try:
        return NetworkSearch(compatibility, steps)
    except NotANetworkError:
        return None
