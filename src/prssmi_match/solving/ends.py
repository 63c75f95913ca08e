"""A sum that is held at the end of its range."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["at_end"]

Bounds = tuple["NDArray[np.int64]", "NDArray[np.int64]"]


def at_end(earned: NDArray[np.int64], bounds: Bounds, least: int, most: int) -> Bounds | None:
    """Return the bounds that are left where only every variable at its own end meets what is held; else None.

    Parameters
    ----------
    earned : array of int64, one a variable
        What a unit of each adds.
    bounds : pair of arrays of int64, each one a variable
        The lower and the upper ones.
    least, most : int
        What the sum is held between.

    Examples
    --------
    >>> bounds = np.array([0, 0, 0]), np.array([1, 1, 1])
    >>> [end.tolist() for end in at_end(np.array([5, 0, -2]), bounds, 5, 9)]
    [[1, 0, 0], [1, 1, 0]]
    >>> at_end(np.array([5, 0, -2]), bounds, 4, 9) is None
    True
    """
    lower, upper = bounds
    ends = np.stack([earned * lower, earned * upper])
    for value, sign in ((most, -1), (least, 1)):
        if value == sign * int((sign * ends).max(axis=0).sum()):
            up, down = sign * earned > 0, sign * earned < 0
            return np.where(up, upper, lower), np.where(down, lower, upper)
    return None
