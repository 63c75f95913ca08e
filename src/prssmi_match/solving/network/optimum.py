"""The best flow of a network with its proof, and the face that it leaves to the next aim."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from prssmi_match.solving.network.flow import cheapest_flow, largest_flow
from prssmi_match.solving.network.graph import exact_sum
from prssmi_match.solving.network.potentials import potentials

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from prssmi_match.solving.network.graph import Network

__all__ = ["Optimum", "best_flow"]


@dataclass(frozen=True, slots=True)
class Optimum:
    """A flow that earns the most, and what every unit on an arc would add to or take from that.

    Attributes
    ----------
    network : Network
        What the flow keeps.
    flow : array of int64, one an arc
        The flow.
    price : array of int64, one an arc
        What one unit more on the arc would earn, all that it moves elsewhere paid for (minus the reduced cost): below 0
        the arc carries as little as it may, above 0 as much.
    value : int
        What the flow earns.
    """

    network: Network
    flow: NDArray[np.int64]
    price: NDArray[np.int64]
    value: int

    @property
    def bound(self) -> int:
        """What no flow exceeds: every arc at whichever of its bounds is best for it, by the prices alone."""
        best = np.where(self.price > 0, self.network.upper, self.network.lower)
        return exact_sum(best * self.price)

    def face(self) -> Network:
        """Return the network of exactly the flows that earn as much.

        By complementary slackness a flow is best if and only if each arc with a price above 0 carries as much as it
        may, and each with one below 0 as little (Ahuja, Magnanti, Orlin, theorem 9.4).
        """
        return replace(self.network.narrowed(self.price), known=self.flow)


def best_flow(network: Network, earned: NDArray[np.int64]) -> Optimum | None:
    """Return a flow that earns the most, proved in whole numbers; None where no flow keeps the bounds.

    Parameters
    ----------
    network : Network
        The arcs and their bounds.
    earned : array of int64, one a pair
        What each pair earns.

    Raises
    ------
    CostRangeError
        If the numbers are too large for the solver.
    """
    cost = _costs(network, earned)
    flow = largest_flow(network) if _is_one_price(network, earned) else cheapest_flow(network, cost)
    if flow is None:
        return None
    labels = potentials(network, cost, flow)
    price = labels[network.head] - labels[network.tail] - cost
    optimum = Optimum(network, flow, price, exact_sum(earned * flow[: network.pairs]))
    if optimum.bound != optimum.value:
        message = f"the flow earns {optimum.value}, its proof says {optimum.bound}"
        raise RuntimeError(message)
    return optimum


def _is_one_price(network: Network, earned: NDArray[np.int64]) -> bool:
    """Whether every pair earns the same, and nothing has to flow: then the largest flow is the best."""
    left = earned[network.free_pairs]
    return left.size > 0 and bool(left[0] > 0 and (left == left[0]).all() and not network.lower.any())


def _costs(network: Network, earned: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return what a unit costs on each arc: each mentee earns its best pair on the way in, and its pairs cost the rest.

    A round trip still comes to what its pair earns: a node may have any potential. But where mentees alone tell what is
    earned, pairs cost nothing.
    """
    pairs = network.free_pairs
    tail, own = network.tail[pairs], earned[pairs]
    best = np.zeros(network.nodes, dtype=np.int64)
    best[tail] = own  # so that what is best can be below 0
    np.maximum.at(best, tail, own)
    cost = best[network.tail] - best[network.head]
    cost[: network.pairs] -= earned
    return cost
