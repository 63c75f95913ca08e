"""Groups that nest: any two are apart, or one holds the other.

Only then is what they count a flow: each group hands on what it gets from the smallest one around it (J. Edmonds,
Submodular functions, matroids, and certain polyhedra, 1970, calls such families laminar).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

__all__ = ["ALONE", "nest"]

ALONE = -1


def nest(groups: Sequence[Sequence[int]], size: int) -> tuple[list[int], NDArray[np.int64]] | None:
    """Return for each group, and each member, the smallest group around it; None where two groups cross.

    Parameters
    ----------
    groups : sequence of sequences of int
        Members from 0 to ``size`` - 1; of equal groups the later one is inside the earlier.

    Returns
    -------
    list of int, array of int64
        ``ALONE`` where there is none; an empty group is alone.

    Examples
    --------
    >>> parents, around = nest([[0], [0, 1, 2], [3]], 5)
    >>> parents, around.tolist()
    ([1, -1, -1], [0, 1, 1, 2, -1])
    >>> nest([[0, 1], [1, 2]], 3) is None
    True
    """
    around = np.full(size, ALONE, dtype=np.int64)
    parents = [ALONE] * len(groups)
    for group in sorted(range(len(groups)), key=lambda one: -len(groups[one])):
        members = np.asarray(groups[group], dtype=np.int64)
        if members.size:
            holders = around[members]
            if (holders != holders[0]).any():
                return None
            parents[group] = int(holders[0])
            around[members] = group
    return parents, around
