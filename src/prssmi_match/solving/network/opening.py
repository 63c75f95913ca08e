"""A limit of mentors, which no network can tell: it is left out, and a best flow that keeps it is looked for.

Where there is one, it is proved best by the very prices that prove the flow without the limit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from prssmi_match.solving.network.flow import any_flow

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from prssmi_match.solving.network.optimum import Optimum

__all__ = ["MentorLimit"]


@dataclass(frozen=True, slots=True)
class MentorLimit:
    """How many mentors may be used.

    Attributes
    ----------
    mentor : array of int64, one a pair
        The mentor of each pair.
    sure : array of bool, one a mentor
        Those that have to be used.
    most : int
        The most that may be used.
    """

    mentor: NDArray[np.int64]
    sure: NDArray[np.bool_]
    most: int

    @property
    def is_none(self) -> bool:
        """Whether it cannot bind."""
        return len(np.unique(self.mentor)) <= self.most

    def kept(self, optimum: Optimum) -> NDArray[np.int64] | None:
        """Return a flow that earns as much and keeps the limit; None where none was found, though one may exist."""
        pairs = optimum.network.pairs
        loads = np.bincount(self.mentor, weights=optimum.flow[:pairs], minlength=len(self.sure))
        if np.count_nonzero(loads) <= self.most:
            return optimum.flow
        most_used_first = np.argsort(-np.where(self.sure, np.inf, loads), kind="stable")
        closed = np.zeros(len(loads), dtype=np.bool_)
        closed[most_used_first[self.most :]] = True
        face = optimum.face()
        upper = face.upper.copy()
        upper[:pairs][closed[self.mentor]] = 0
        return None if (upper < face.lower).any() else any_flow(replace(face, upper=upper))
