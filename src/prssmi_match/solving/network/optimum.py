"""The best flow of a network with its proof, and the face that it leaves to the next aim."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from prssmi_match.solving.network.flow import cheapest_flow
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
        network = self.network
        lower = np.where(self.price > 0, network.upper, network.lower)
        upper = np.where(self.price < 0, network.lower, network.upper)
        return replace(network, lower=lower, upper=upper)


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
    cost = np.zeros(len(network.tail), dtype=np.int64)
    np.negative(earned, out=cost[: network.pairs])
    flow = cheapest_flow(network, cost)
    if flow is None:
        return None
    labels = potentials(network, cost, flow)
    price = labels[network.head] - labels[network.tail] - cost
    optimum = Optimum(network, flow, price, exact_sum(earned * flow[: network.pairs]))
    if optimum.bound != optimum.value:
        message = f"the flow earns {optimum.value}, its proof says {optimum.bound}"
        raise RuntimeError(message)
    return optimum
