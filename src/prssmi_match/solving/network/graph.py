"""A network of arcs with whole bounds, on arrays."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["HUB", "Network", "exact_sum"]

HUB = 0
"""The node where every unit of flow begins and ends: a mentee that is matched is one round trip from it."""


@dataclass(frozen=True, slots=True)
class Network:
    """A circulation: what flows into a node flows out of it, within the bounds of each arc.

    Every round trip from the hub takes exactly one of the first ``pairs`` arcs, those that stand for pairs. The others
    stand for what is counted: a mentee, a mentor, a group of either.

    Parameters
    ----------
    nodes : int
        The number of nodes; the hub is the first.
    pairs : int
        The number of arcs that stand for pairs; they come first, and carry 0 or 1.
    tail, head : array of int64, one an arc
        The nodes that an arc leads from and to.
    lower, upper : array of int64, one an arc
        What flows at least and at most, inclusive.
    known : array of int64, one an arc, optional
        A flow that was found before, where there is one: it may serve again.
    """

    nodes: int
    pairs: int
    tail: NDArray[np.int64]
    head: NDArray[np.int64]
    lower: NDArray[np.int64]
    upper: NDArray[np.int64]
    known: NDArray[np.int64] | None = None

    @property
    def free(self) -> NDArray[np.int64]:
        """The positions of the arcs whose flow is not settled by their bounds."""
        return np.flatnonzero(self.lower < self.upper)

    @property
    def free_pairs(self) -> NDArray[np.int64]:
        """The positions of the pairs that can be chosen or not."""
        return np.flatnonzero(self.lower[: self.pairs] < self.upper[: self.pairs])

    @property
    def flow(self) -> NDArray[np.int64] | None:
        """The known flow, where it keeps the bounds."""
        known = self.known
        keeps = known is not None and bool(((self.lower <= known) & (known <= self.upper)).all())
        return known if keeps else None

    def narrowed(self, price: NDArray[np.int64]) -> Network:
        """Return it with each arc that has a price above 0 as full as it may be, each with one below 0 as empty."""
        lower = np.where(price > 0, self.upper, self.lower)
        upper = np.where(price < 0, self.lower, self.upper)
        return replace(self, lower=lower, upper=upper)


def exact_sum(values: NDArray[np.int64]) -> int:
    """Return the sum of whole numbers, also where it passes what an array can hold.

    >>> exact_sum(np.array([2**62, 2**62, 2**62]))
    13835058055282163712
    """
    # Both halves of each number are summed alone: neither sum can overflow below 2^31 numbers.
    return (int((values >> 32).sum()) << 32) + int((values & 0xFFFFFFFF).sum())
