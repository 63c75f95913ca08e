"""What no solution exceeds, in whole numbers, from prices that need not be exact.

Any prices of the right signs prove a bound: the limits of the rows at these prices, and each variable at whichever of
its bounds is best for it, given what it earns beyond them (linear programming duality). So those of a solver that works
in floating point are rounded first, and what they prove is worked out without any rounding at all.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from prssmi_match.problem.values import LARGEST
from prssmi_match.solving.network.graph import exact_sum
from prssmi_match.solving.relaxation.rows import exact_product

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from prssmi_match.solving.relaxation.program import Program
    from prssmi_match.solving.relaxation.rows import LinearRows
    from prssmi_match.solving.relaxation.simplex import Optimum

__all__ = ["Bound", "prove"]

FINEST = 20
"""Prices are rounded to 2^-20, where that leaves room for them."""
ROOM = 2.0**60
"""No single product passes this; sums are those of Python, which have no limit."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound with its proof.

    Attributes
    ----------
    total : int
        The bound, times ``scale``.
    scale : int
        The denominator of all prices and gains.
    price : array of int64, one a row
        What one more of each row is worth, times ``scale``.
    gain : array of int64, one a variable
        What a unit of each variable earns beyond the prices, times ``scale``.
    free : array of bool, one a variable
        Which have a choice.
    solution : array of float
        A solution of the relaxation that is about as good.
    """

    total: int
    scale: int
    price: NDArray[np.int64]
    gain: NDArray[np.int64]
    free: NDArray[np.bool_]
    solution: NDArray[np.float64]

    @property
    def value(self) -> int:
        """What no solution in whole numbers exceeds."""
        return self.total // self.scale

    def distance(self, value: int) -> int:
        """Return how much a solution with a value may give away: a variable with more to lose or gain stays put."""
        return self.total - value * self.scale

    def beyond(self, distance: int) -> int:
        """Return what no solution exceeds that moves a variable with more to lose than a distance."""
        return (self.total - distance - 1) // self.scale

    def open(self, distance: int) -> NDArray[np.bool_]:
        """Return which variables have a choice, and no more to lose than a distance."""
        return self.free & (np.abs(self.gain) <= distance)

    def nearest(self, count: int) -> int:
        """Return the distance within which so many variables are that have a choice, those at no distance aside."""
        gains = np.abs(self.gain[self.free & (self.gain != 0)])
        return int(np.partition(gains, count)[count]) if count < len(gains) else int(gains.max(initial=0))


def prove(program: Program, optimum: Optimum) -> Bound | None:
    """Return the bound that prices prove; None where they are too large to be worked with.

    Parameters
    ----------
    program : Program
        What is maximized.
    optimum : Optimum
        Prices of its rows, of which the signs that prove nothing are dropped, and about the best solution.
    """
    rows, prices, lower, upper, earned = program.rows, optimum.prices, program.lower, program.upper, program.earned
    prices = np.where(rows.high == LARGEST, np.minimum(prices, 0), prices)
    prices = np.where(rows.low == -LARGEST, np.maximum(prices, 0), prices)
    scale = _scale(rows, np.maximum(np.abs(lower), np.abs(upper)), earned, prices)
    if scale is None:
        return None
    price = np.rint(prices * scale).astype(np.int64)
    gain = earned * scale - rows.priced(price, len(earned))
    ends = np.where(price > 0, rows.high, rows.low)
    total = exact_product(price, ends) + exact_sum(gain * np.where(gain > 0, upper, lower))
    return Bound(total, scale, price, gain, lower < upper, optimum.solution)


def _scale(
    rows: LinearRows, reach: NDArray[np.int64], earned: NDArray[np.int64], prices: NDArray[np.float64]
) -> int | None:
    """Return the power of two that leaves room for every gain, with what a variable can take."""
    whole = replace(rows, coefficient=np.abs(rows.coefficient)).priced(np.abs(prices), len(earned))
    largest = float(((np.abs(earned) + whole) * np.maximum(reach, 1)).max(initial=1.0))
    if not math.isfinite(largest) or largest > ROOM:
        return None
    return 1 << min(FINEST, int(math.log2(ROOM / largest)))
