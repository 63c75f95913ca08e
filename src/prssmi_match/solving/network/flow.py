"""The flows of OR-Tools on our networks: the cheapest, and the largest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from ortools.graph.python.max_flow import SimpleMaxFlow
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

from prssmi_match.solving.network.graph import HUB

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from prssmi_match.solving.network.graph import Network

__all__ = ["CostRangeError", "cheapest_flow"]


class CostRangeError(Exception):
    """The costs are too large for the solver to scale; never leaves the room."""


def cheapest_flow(network: Network, cost: NDArray[np.int64]) -> NDArray[np.int64] | None:
    """Return the flow of a circulation with the smallest cost, or None where no flow keeps the bounds.

    Parameters
    ----------
    network : Network
        The arcs and their bounds.
    cost : array of int64, one an arc
        The cost of a unit; only pairs may have one.

    Raises
    ------
    CostRangeError
        If the costs are too large.
    """
    free = network.free
    flow = network.lower.copy()
    surplus = _surplus(network)
    if surplus.any() or not _is_one_price(cost[free[: np.searchsorted(free, network.pairs)]]):
        added = _cheapest(network, free, cost, surplus)
    else:
        added = _largest(network, free)
    if added is None:
        return None
    flow[free] += added
    return flow


def _surplus(network: Network) -> NDArray[np.int64]:
    """Return for each node what its lower bounds bring in beyond what they take out."""
    bound = np.flatnonzero(network.lower)
    surplus = np.zeros(network.nodes, dtype=np.int64)
    np.add.at(surplus, network.head[bound], network.lower[bound])
    np.subtract.at(surplus, network.tail[bound], network.lower[bound])
    return surplus


def _is_one_price(cost: NDArray[np.int64]) -> bool:
    """Whether every pair earns the same: then the largest flow is the cheapest."""
    return cost.size > 0 and bool(cost[0] < 0) and bool((cost == cost[0]).all())


def _cheapest(
    network: Network, free: NDArray[np.int64], cost: NDArray[np.int64], surplus: NDArray[np.int64]
) -> NDArray[np.int64] | None:
    """Solve by cost scaling (A. V. Goldberg, An efficient implementation of a scaling minimum-cost flow, 1997)."""
    solver = SimpleMinCostFlow()
    room = network.upper[free] - network.lower[free]
    arcs = solver.add_arcs_with_capacity_and_unit_cost(network.tail[free], network.head[free], room, cost[free])
    if network.nodes:
        solver.set_nodes_supplies(np.arange(network.nodes), surplus)
    status = solver.solve()
    if status == solver.BAD_COST_RANGE:
        raise CostRangeError
    if status == solver.INFEASIBLE:
        return None
    if status != solver.OPTIMAL:
        message = f"the flow solver ends with {status}"
        raise RuntimeError(message)
    return np.asarray(solver.flows(arcs), dtype=np.int64)


def _largest(network: Network, free: NDArray[np.int64]) -> NDArray[np.int64]:
    """Solve by push-relabel, from the hub to a copy of it: several times as fast as with costs."""
    solver = SimpleMaxFlow()
    sink = network.nodes
    head = np.where(network.head[free] == HUB, sink, network.head[free])
    arcs = solver.add_arcs_with_capacity(network.tail[free], head, network.upper[free] - network.lower[free])
    # Without an arc at the hub, or at its copy, nothing can flow, and the solver knows no such node.
    if not ((network.tail[free] == HUB).any() and (head == sink).any()):
        return np.zeros(len(free), dtype=np.int64)
    status = solver.solve(HUB, sink)
    if status != solver.OPTIMAL:
        message = f"the flow solver ends with {status}"
        raise RuntimeError(message)
    return np.asarray(solver.flows(arcs), dtype=np.int64)
