"""Linear rows over whole variables, on arrays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self, TypeVar

import numpy as np

from prssmi_match.problem.values import LARGEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

__all__ = ["LinearRow", "LinearRows", "exact_product"]

N = TypeVar("N", np.int64, np.float64)

LinearRow = tuple[list[int], list[int], int, int]
"""Variables, their coefficients, and the least and the most that they add up to."""


@dataclass(frozen=True, slots=True)
class LinearRows:
    """Low <= sum of coefficient x variable <= high, for each row; the terms of all rows one after the other.

    Parameters
    ----------
    first : array of int64, one a row and one more
        Where the terms of each row begin.
    index, coefficient : array of int64, one a term
        The variable, and how often it counts.
    low, high : array of int64, one a row
        Inclusive; minus or plus ``LARGEST`` where there is no limit.
    """

    first: NDArray[np.int64]
    index: NDArray[np.int64]
    coefficient: NDArray[np.int64]
    low: NDArray[np.int64]
    high: NDArray[np.int64]

    @classmethod
    def of(cls, rows: Iterable[LinearRow]) -> Self:
        """Return rows on arrays; limits beyond ``LARGEST`` are none."""
        listed = list(rows)
        size = np.array([0, *(len(row[0]) for row in listed)], dtype=np.int64)
        low, high = (np.array([row[end] for row in listed], dtype=np.int64) for end in (2, 3))
        index = np.array([place for row in listed for place in row[0]], dtype=np.int64)
        coefficient = np.array([value for row in listed for value in row[1]], dtype=np.int64)
        return cls(np.cumsum(size), index, coefficient, np.maximum(low, -LARGEST), np.minimum(high, LARGEST))

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.low)

    @property
    def sizes(self) -> NDArray[np.int64]:
        """The number of terms of each row."""
        return np.diff(self.first)

    def joined(self, other: Self) -> Self:
        """Return these rows and then the others."""
        return type(self)(
            np.concatenate([self.first, other.first[1:] + self.first[-1]]),
            *(
                np.concatenate([getattr(self, name), getattr(other, name)])
                for name in ("index", "coefficient", "low", "high")
            ),
        )

    def only(self, rows: NDArray[np.int64]) -> Self:
        """Return some of the rows."""
        sizes = self.sizes[rows]
        ends = np.cumsum(sizes)
        terms = np.arange(ends[-1] if ends.size else 0) + np.repeat(self.first[rows] - (ends - sizes), sizes)
        first = np.concatenate([[0], ends]).astype(np.int64)
        return type(self)(first, self.index[terms], self.coefficient[terms], self.low[rows], self.high[rows])

    def left(self, lower: NDArray[np.int64], upper: NDArray[np.int64]) -> Self:
        """Return the rows that can be broken within bounds, over the variables that have a choice.

        Parameters
        ----------
        lower, upper : array of int64, one a variable
            The bounds; where they are the same, the variable is settled.
        """
        free, settled = lower < upper, self.activity(np.where(lower < upper, 0, lower))
        low = np.where(self.low > -LARGEST, self.low - settled, -LARGEST)
        high = np.where(self.high < LARGEST, self.high - settled, LARGEST)
        kept = free[self.index]
        index, coefficient = self.index[kept], self.coefficient[kept]
        first = np.concatenate([[0], np.cumsum(kept)])[self.first]
        ends = np.stack([coefficient * lower[index], coefficient * upper[index]])
        can_break = (_sums(first, ends.min(axis=0)) < low) | (_sums(first, ends.max(axis=0)) > high)
        return type(self)(first, index, coefficient, low, high).only(np.flatnonzero(can_break))

    def listed(self) -> Iterator[LinearRow]:
        """Give the rows one by one, in numbers of Python."""
        index, coefficient, first = self.index.tolist(), self.coefficient.tolist(), self.first.tolist()
        for row, (low, high) in enumerate(zip(self.low.tolist(), self.high.tolist(), strict=True)):
            terms = slice(first[row], first[row + 1])
            yield index[terms], coefficient[terms], low, high

    def activity(self, values: NDArray[N]) -> NDArray[N]:
        """Return what each row adds up to."""
        return _sums(self.first, self.coefficient * values[self.index])

    def priced(self, prices: NDArray[N], variables: int) -> NDArray[N]:
        """Return for each variable what the rows that count it charge for a unit, at a price for each row."""
        charges = np.zeros(variables, dtype=prices.dtype)
        np.add.at(charges, self.index, self.coefficient * np.repeat(prices, self.sizes))
        return charges

    def broken(self, values: NDArray[N], tolerance: float = 0.0) -> NDArray[np.int64]:
        """Return the rows that values do not keep."""
        totals = self.activity(values)
        return np.flatnonzero((totals < self.low - tolerance) | (totals > self.high + tolerance))


def exact_product(one: NDArray[np.int64], other: NDArray[np.int64]) -> int:
    """Return the sum of the products of two arrays, also where a product passes what an array can hold."""
    places = np.flatnonzero(one)
    return sum(map(int.__mul__, one[places].tolist(), other[places].tolist()))


def _sums(first: NDArray[np.int64], terms: NDArray[N]) -> NDArray[N]:
    """Return the sum of each run of terms."""
    totals = np.concatenate([np.zeros(1, dtype=terms.dtype), np.cumsum(terms)])
    between: NDArray[N] = totals[first[1:]] - totals[first[:-1]]
    return between
