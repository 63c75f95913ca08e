"""A search in steps on a network, with the same questions as one by CP-SAT."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from prssmi_match.problem.values import LARGEST
from prssmi_match.solution.proof import ProofStep
from prssmi_match.solving.assignment import Assignment
from prssmi_match.solving.cpsat.objectives import pair_sum
from prssmi_match.solving.cpsat.steps import InfeasibleError, Step
from prssmi_match.solving.ends import at_end
from prssmi_match.solving.network.formulation import formulate
from prssmi_match.solving.network.optimum import best_flow
from prssmi_match.solving.network.rows import NotANetworkError
from prssmi_match.solving.objective import Objective

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from prssmi_match.compatibility import Compatibility
    from prssmi_match.problem.criteria import Criterion
    from prssmi_match.solving.network.graph import Network
    from prssmi_match.solving.network.optimum import Optimum

__all__ = ["NetworkSearch", "Settled"]

MOST_MULTIPLIERS = 2_000_000
"""What a proof may hold; where leximin has thousands of levels, it ends there, and the bounds stay."""


class Settled(NamedTuple):
    """How many of some pairs are chosen, by their positions."""

    positions: Sequence[int]
    number: int


class NetworkSearch:
    """The face of a network that is left, with the best matching so far.

    Every question that a network cannot tell raises ``NotANetworkError`` and changes nothing.

    Parameters
    ----------
    compatibility : Compatibility
        The pairs.
    steps : list of ProofStep
        Where the proof of each maximum is added.
    """

    def __init__(self, compatibility: Compatibility, steps: list[ProofStep]) -> None:
        self._formulation = formulate(compatibility)
        self._keys = self._formulation.keys()
        self.compatibility = compatibility
        self._steps = steps
        self._face = self._formulation.network
        self._latest: tuple[Objective, Optimum] | None = None
        self._recorded: Objective | None = None
        self._room = MOST_MULTIPLIERS
        self._incumbent: Assignment | None = None

    @property
    def incumbent(self) -> Assignment:
        """The best matching so far.

        Raises
        ------
        InfeasibleError
            If no matching keeps all rules.
        """
        if self._incumbent is None:
            self._adopt(self._best(Objective(np.zeros(self._face.pairs, dtype=np.int64))))
        assert self._incumbent is not None  # noqa: S101 - a search without one has raised
        return self._incumbent

    @property
    def is_quick(self) -> bool:
        """Yes: every question is one flow."""
        return True

    @property
    def has_all_rules(self) -> bool:
        """Whether the network leaves out none of the rules."""
        return self._formulation.limit.is_none

    @property
    def has_incumbent(self) -> bool:
        """Whether a matching is known."""
        return self._incumbent is not None

    def settled(self) -> Iterator[Settled]:
        """Give what the face says, nothing of it twice: together they keep exactly what was held, and nothing else."""
        face, whole, pairs = self._face, self._formulation.network, self._face.pairs
        narrowed = (face.lower != whole.lower) | (face.upper != whole.upper)
        for end in (0, 1):
            at_end = np.flatnonzero(narrowed[:pairs] & (face.lower[:pairs] == end) & (face.upper[:pairs] == end))
            if at_end.size:
                yield Settled(at_end.tolist(), end * len(at_end))
        is_free = face.lower[:pairs] < face.upper[:pairs]
        for arc in np.flatnonzero(narrowed[pairs:]).tolist():
            positions = self._formulation.counted(arc)
            if is_free[list(positions)].any():
                yield Settled(positions, int(face.lower[pairs + arc]))

    def objective(self, criteria: Iterable[Criterion]) -> Objective:
        """Return the weighted sum of criteria that add up over pairs."""
        found = pair_sum(criteria, self.compatibility)
        if found is None:
            raise NotANetworkError
        return found

    def maximize(self, objective: Objective) -> Step:
        """Maximize an objective, with proof."""
        optimum = self._best(objective)
        self._adopt(optimum)
        self._record(objective, optimum)
        return Step(optimum.value, optimum.bound)

    def hold(self, objective: Objective, least: int, most: int = LARGEST) -> None:
        """Keep an objective from falling below a value, or passing one: where that leaves a face of the network."""
        self._face = self._narrowed(objective, least, most)
        self._latest = self._recorded = None

    def reach(self, objective: Objective, least: int, guide: Objective | None = None) -> bool:  # noqa: ARG002 - as CP-SAT
        """Whether a matching that keeps all that is held reaches a value; it becomes the incumbent."""
        if objective.value(self.incumbent) >= least:
            return True
        optimum = self._best(objective)
        if optimum.value >= least:
            self._adopt(optimum)
        return optimum.value >= least

    def _best(self, objective: Objective) -> Optimum:
        if self._latest is None or self._latest[0] is not objective:
            optimum = best_flow(self._face, _earned(objective))
            if optimum is None:
                raise InfeasibleError
            self._latest = objective, optimum
        return self._latest[1]

    def _adopt(self, optimum: Optimum) -> None:
        flow = self._formulation.limit.kept(optimum)
        if flow is None:
            raise NotANetworkError
        chosen = np.flatnonzero(flow[: self._face.pairs])
        self._incumbent = Assignment(self.compatibility, chosen.tolist())

    def _record(self, objective: Objective, optimum: Optimum) -> None:
        self._recorded = objective
        prices = optimum.price[self._face.pairs :]
        priced = np.flatnonzero(prices)
        self._room -= len(priced)
        if self._room >= 0:
            multipliers = {self._keys[place]: int(prices[place]) for place in priced}
            self._steps.append(ProofStep(optimum.value, multipliers, objective.above))

    def _narrowed(self, objective: Objective, least: int, most: int) -> Network:
        earned = _earned(objective)
        # The face of a maximum is the one that its proof tells, where that and single pairs tell the same.
        if self._recorded is not objective and (alone := self._each_alone(earned, least, most)) is not None:
            return alone
        top = self._best(objective)
        if least == top.value <= most:
            return top.face()
        bottom = best_flow(self._face, -earned)
        assert bottom is not None  # noqa: S101 - the top is on this face
        if least <= -bottom.value == most:
            return bottom.face()
        if least <= -bottom.value and top.value <= most:
            return self._face
        raise NotANetworkError

    def _each_alone(self, earned: NDArray[np.int64], least: int, most: int) -> Network | None:
        """Return the face where the value can only be met by every pair at whichever bound is best for it."""
        face, pairs = self._face, self._face.pairs
        ends = at_end(earned, (face.lower[:pairs], face.upper[:pairs]), least, most)
        if ends is None:
            return None
        lower, upper = face.lower.copy(), face.upper.copy()
        lower[:pairs], upper[:pairs] = ends
        return replace(face, lower=lower, upper=upper)


def _earned(objective: Objective) -> NDArray[np.int64]:
    if objective.extras:
        raise NotANetworkError
    return np.asarray(objective.by_pair, dtype=np.int64)
