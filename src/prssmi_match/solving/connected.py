"""What is connected with what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["bundles", "first_connected"]


def first_connected(size: int, one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return for each of some things, numbered from 0, the first one that edges connect it with.

    Every root joins the lowest root that an edge connects it with, until each edge is within one tree.

    Parameters
    ----------
    one, other : array of int64, one an edge
        The ends of the edges.

    Examples
    --------
    >>> first_connected(5, np.array([4, 2]), np.array([1, 4])).tolist()
    [0, 1, 1, 3, 1]
    """
    root = np.arange(size)
    while len(one):
        low, high = np.minimum(root[one], root[other]), np.maximum(root[one], root[other])
        np.minimum.at(root, high, low)
        while not np.array_equal(above := root[root], root):
            root = above
        apart = root[one] != root[other]
        one, other = one[apart], other[apart]
    return root


def bundles(root: NDArray[np.int64], weight: NDArray[np.int64], enough: int) -> NDArray[np.int64]:
    """Return for each thing the number of its bundle: components in their order, put together until that is enough.

    So thousands of small components are a few bundles.

    Parameters
    ----------
    root : array of int64
        What each is connected with, as ``first_connected`` gives it.
    weight : array of int64
        What each weighs.

    Examples
    --------
    >>> bundles(np.array([0, 1, 1, 3, 1, 5]), np.ones(6, dtype=np.int64), 2).tolist()
    [0, 1, 1, 2, 1, 2]
    """
    component = np.unique(root, return_inverse=True)[1]
    ends = np.cumsum(np.bincount(component, weights=weight).astype(np.int64))
    return np.unique(np.maximum(ends - 1, 0) // enough, return_inverse=True)[1][component]
