"""Node potentials of a cheapest flow: what proves that no flow is cheaper.

A flow is cheapest exactly if its residual network has no cycle of negative cost, and then the shortest distances in it
are potentials (R. K. Ahuja, T. L. Magnanti, J. B. Orlin, Network Flows, 1993, theorems 9.1 and 9.3). The solver does
not show those that it works with, so they are found again by label correcting: in rounds, each over the arcs that
leave a node whose label fell in the round before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from prssmi_match.solving.network.graph import Network

__all__ = ["potentials"]


def potentials(network: Network, cost: NDArray[np.int64], flow: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return one whole number a node: with them, no arc that could carry more, or less, would make a flow cheaper.

    Many are; shortest distances are at an end of their range, where many arcs cost nothing. Each label falls by half of
    what it could alone, after which every arc that cost something still does, and many more do.

    Raises
    ------
    RuntimeError
        If the flow is not a cheapest one: our bug, or the solver's.
    """
    residual = _Residual(network, cost, flow)
    labels = np.zeros(network.nodes, dtype=np.int64)
    active = np.arange(network.nodes)
    for _ in range(network.nodes + 1):
        if not active.size:
            return labels - residual.slack(labels) // 2
        active = residual.correct(labels, active)
    message = "the flow is not the cheapest one"
    raise RuntimeError(message)


class _Residual:
    """The arcs along which flow could still be moved, by the node that they leave."""

    def __init__(self, network: Network, cost: NDArray[np.int64], flow: NDArray[np.int64]) -> None:
        onward = np.flatnonzero(flow < network.upper)
        back = np.flatnonzero(flow > network.lower)
        tail = np.concatenate([network.tail[onward], network.head[back]])
        order = np.argsort(tail, kind="stable")
        self._head = np.concatenate([network.head[onward], network.tail[back]])[order]
        self._cost = np.concatenate([cost[onward], -cost[back]])[order]
        self._count = np.bincount(tail, minlength=network.nodes)
        self._first = np.cumsum(self._count) - self._count
        self._has_fallen = np.zeros(network.nodes, dtype=bool)

    def correct(self, labels: NDArray[np.int64], active: NDArray[np.int64]) -> NDArray[np.int64]:
        """Lower the labels at the ends of all arcs that leave some nodes; return the nodes whose label fell."""
        count = self._count[active]
        ends = np.cumsum(count)
        arcs = np.arange(ends[-1]) + np.repeat(self._first[active] - (ends - count), count)
        reached = np.repeat(labels[active], count) + self._cost[arcs]
        head = self._head[arcs]
        better = np.flatnonzero(reached < labels[head])
        np.minimum.at(labels, head[better], reached[better])
        self._has_fallen[head[better]] = True
        fallen = np.flatnonzero(self._has_fallen)
        self._has_fallen[fallen] = False
        return fallen

    def slack(self, labels: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return by how much the label of each node could fall alone; 0 for one that no arc leaves."""
        slack = np.zeros_like(labels)
        leaving = np.flatnonzero(self._count)
        if leaving.size:
            reduced = np.repeat(labels, self._count) + self._cost - labels[self._head]
            slack[leaving] = np.minimum.reduceat(reduced, self._first[leaving])
        return slack
