"""Whether pairs that were left out could make an assignment better, by its prices and in whole numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from prssmi_match.compatibility.cells import blocks
from prssmi_match.compatibility.grid import REFUSED
from prssmi_match.scale.candidate_pairs import Kept
from prssmi_match.scale.proof import best_gains
from prssmi_match.scale.ranked import best_of_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from prssmi_match.scale.candidate_pairs import Candidates
    from prssmi_match.scale.market import Market
    from prssmi_match.scale.proof import Prices

__all__ = ["find_missing"]


def find_missing(
    candidates: Candidates, mentees: NDArray[np.int64], market: Market, first: Prices, then: Prices
) -> Kept | None:
    """Return pairs that would earn their mentee more than its best one does, ``top`` of each; None: there are none.

    The prices prove what the pairs of a market can reach at most, and none of those earns a mentee more than what is
    counted for it. Where the same holds of every pair that was left out, the proof is one for the whole grid.

    Parameters
    ----------
    mentees : array of int64
        The position in the grid of each mentee of the market.
    first, then : Prices
        Of the number of mentees, and of the total.
    """
    own_first = best_gains(market, np.zeros_like(market.score), first)
    own = best_gains(market, market.score, then)
    # The best that was left out of a list earns the most at the cheapest mentor; where that is too little, all is well.
    most_first = first.bonus - first.seat - int(first.mentor[~candidates.full].min())
    most = candidates.rest[mentees] + (then.bonus - then.seat - int(then.mentor[~candidates.full].min()))
    left_out = candidates.rest[mentees] != REFUSED
    doubtful = np.flatnonzero(left_out & ((most_first > own_first) | (most > own)))
    found = []
    for places in blocks(doubtful, candidates.block):
        points = candidates.worth(mentees[places])
        gain = points + (then.bonus - then.seat) - then.mentor - own[places, None]
        gain_first = (first.bonus - first.seat) - first.mentor - own_first[places, None]
        helps = (points != REFUSED) & ((gain > 0) | (gain_first > 0))
        row, mentor, _ = best_of_rows(np.where(helps, np.maximum(gain, 0), -1), candidates.top, mentees[places])
        found.append((mentees[places][row], mentor, points[row, mentor]))
    if not any(len(part[0]) for part in found):
        return None
    return Kept(*(np.concatenate(parts) for parts in zip(*found, strict=True)))
