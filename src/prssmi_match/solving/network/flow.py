"""The flows of OR-Tools on our networks: the cheapest, and the largest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from ortools.graph.python.max_flow import SimpleMaxFlow
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

from prssmi_match.solving.connected import first_connected
from prssmi_match.solving.network.graph import HUB

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from prssmi_match.solving.network.graph import Network

__all__ = ["CostRangeError", "any_flow", "cheapest_flow", "largest_flow"]


class CostRangeError(Exception):
    """The costs are too large for the solver to scale; never leaves the room."""


def cheapest_flow(network: Network, cost: NDArray[np.int64]) -> NDArray[np.int64] | None:
    """Return the flow of a circulation with the smallest cost, or None where no flow keeps the bounds.

    Parameters
    ----------
    network : Network
        The arcs and their bounds.
    cost : array of int64, one an arc
        The cost of a unit.

    Raises
    ------
    CostRangeError
        If the costs are too large.
    """
    ranked = _ranked(network, cost)
    flow = None if ranked is None else any_flow(ranked)
    return _solved(network, cost) if flow is None else flow


def any_flow(network: Network) -> NDArray[np.int64] | None:
    """Return the flow that is known, or any that keeps the bounds, or None where none does."""
    flow = network.flow
    return _solved(network, np.zeros_like(network.tail)) if flow is None else flow


def _ranked(network: Network, cost: NDArray[np.int64]) -> Network | None:
    """Return the network of the flows in which those enter that cost least, where these are the cheapest of all.

    That is sure where nothing else costs anything, and any flow lets in as many as the known one: in all, or into each
    of some places. Whether there is such a flow is open.
    """
    free, flow = network.free, network.flow
    before_pairs = np.zeros(network.nodes, dtype=bool)
    before_pairs[network.tail[: network.pairs]] = True
    enters = before_pairs[network.head[free]]
    entries, others = free[enters], free[~enters]
    if flow is None or cost[others].any():
        return None
    # A place is what free arcs connect. What enters it leaves on settled arcs, unless others enter from there.
    place = first_connected(network.nodes, network.tail[others], network.head[others])
    into = place[network.head[entries]]
    if np.isin(into, place[network.tail[entries]]).any():
        return None
    price = np.zeros_like(cost)
    price[entries] = _ranks(
        into, cost[entries], (network.upper - network.lower)[entries], (flow - network.lower)[entries]
    )
    return network.narrowed(price)


def _ranks(
    place: NDArray[np.int64], cost: NDArray[np.int64], room: NDArray[np.int64], units: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return by how much each entry costs less than the last one that is needed for the units that enter a place."""
    order = np.lexsort((cost, place))
    first, count = np.unique(place[order], return_index=True, return_counts=True)[1:]
    room = room[order]
    ends = np.cumsum(room)
    taken = ends[first] - room[first] + np.add.reduceat(units[order], first)
    last = order[np.maximum(first, np.searchsorted(ends, taken))]
    ranks = np.empty_like(cost)
    ranks[order] = np.repeat(cost[last], count) - cost[order]
    return ranks


def _surplus(network: Network) -> NDArray[np.int64]:
    """Return for each node what its lower bounds bring in beyond what they take out."""
    bound = np.flatnonzero(network.lower)
    surplus = np.zeros(network.nodes, dtype=np.int64)
    np.add.at(surplus, network.head[bound], network.lower[bound])
    np.subtract.at(surplus, network.tail[bound], network.lower[bound])
    return surplus


def _solved(network: Network, cost: NDArray[np.int64]) -> NDArray[np.int64] | None:
    """Solve by cost scaling (A. V. Goldberg, An efficient implementation of a scaling minimum-cost flow, 1997)."""
    solver = SimpleMinCostFlow()
    free = network.free
    room = network.upper[free] - network.lower[free]
    arcs = solver.add_arcs_with_capacity_and_unit_cost(network.tail[free], network.head[free], room, cost[free])
    if network.nodes:
        solver.set_nodes_supplies(np.arange(network.nodes), _surplus(network))
    status = solver.solve()
    if status == solver.BAD_COST_RANGE:
        raise CostRangeError
    if status == solver.INFEASIBLE:
        return None
    if status != solver.OPTIMAL:
        message = f"the flow solver ends with {status}"
        raise RuntimeError(message)
    flow = network.lower.copy()
    flow[free] += solver.flows(arcs)
    return flow


def largest_flow(network: Network) -> NDArray[np.int64]:
    """Return the flow of most units, where none has to flow.

    Solved by push-relabel, from the hub to a copy of it: several times as fast as with costs.
    """
    solver = SimpleMaxFlow()
    free, sink = network.free, network.nodes
    flow = np.zeros_like(network.lower)
    head = np.where(network.head[free] == HUB, sink, network.head[free])
    arcs = solver.add_arcs_with_capacity(network.tail[free], head, network.upper[free] - network.lower[free])
    # Without an arc at the hub, or at its copy, nothing can flow, and the solver knows no such node.
    if not ((network.tail[free] == HUB).any() and (head == sink).any()):
        return flow
    status = solver.solve(HUB, sink)
    if status != solver.OPTIMAL:
        message = f"the flow solver ends with {status}"
        raise RuntimeError(message)
    flow[free] = solver.flows(arcs)
    return flow
