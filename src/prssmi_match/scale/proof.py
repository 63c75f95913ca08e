"""The proof of an assignment, checked from the tables alone: no flow, no graph, whole numbers only.

For any price a mentor (for a place at it), any price for a seat, and any bonus a matched mentee, no assignment earns
more, bonuses included, than what the places, the seats and each mentee's best pair at these prices come to: linear
programming duality on the tables. Where that meets what the assignment earns, nothing is better.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from prssmi_match.scale.market import Market

__all__ = ["Prices", "best_gains", "find_defects", "proved_bound"]


@dataclass(frozen=True, slots=True)
class Prices:
    """What proves a bound.

    Attributes
    ----------
    bonus : int
        For every matched mentee.
    mentor : array of int64, one a mentor
        For a place: above 0 where there are too few, below 0 where a minimum forces mentees to it.
    seat : int
        For a seat; 0 or more.
    """

    bonus: int
    mentor: NDArray[np.int64]
    seat: int


def proved_bound(market: Market, score: NDArray[np.int64], prices: Prices) -> int:
    """Return what no assignment exceeds: the sum of scores, and of the bonus for each matched mentee."""
    best = best_gains(market, score, prices)
    places = np.where(prices.mentor > 0, market.capacity, market.minimum)
    return _sum(best) + _sum(places * prices.mentor) + market.seats * prices.seat


def best_gains(market: Market, score: NDArray[np.int64], prices: Prices) -> NDArray[np.int64]:
    """Return what the best pair of each mentee earns it at these prices, 0 where that is less than nothing."""
    gain = score + (prices.bonus - prices.seat) - prices.mentor[market.mentor]
    best = np.zeros(market.mentees, dtype=np.int64)
    np.maximum.at(best, market.mentee, gain)
    return best


def find_defects(market: Market, chosen: NDArray[np.int64]) -> list[str]:
    """Return what an assignment breaks, in words; empty where it keeps everything.

    Parameters
    ----------
    chosen : array of int64
        Positions of the chosen pairs in the market.
    """
    loads = np.bincount(market.mentor[chosen], minlength=len(market.mentors))
    broken = {
        "a pair is chosen twice": len(np.unique(chosen)) < len(chosen),
        "a mentee has more than one mentor": len(np.unique(market.mentee[chosen])) < len(chosen),
        "a mentor has more mentees than its capacity": bool((loads > market.capacity).any()),
        "a mentor has fewer mentees than its minimum": bool((loads < market.minimum).any()),
        "more mentees are matched than there are seats": len(chosen) > market.seats,
    }
    return [sentence for sentence, is_broken in broken.items() if is_broken]


def _sum(values: NDArray[np.int64]) -> int:
    """Add up beyond 64 bits: the halves of each number alone, then together."""
    high, low = np.divmod(values, 2**31)
    return int(high.sum()) * 2**31 + int(low.sum())
