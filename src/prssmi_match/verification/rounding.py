"""Rounding half up in whole numbers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from fractions import Fraction

__all__ = ["half_up", "mean_half_up", "tenths"]


def half_up(numerator: int, denominator: int) -> int:
    """Return a ratio as the nearest whole number, halves toward plus infinity.

    >>> half_up(5, 2), half_up(-5, 2)
    (3, -2)
    """
    return (2 * numerator + denominator) // (2 * denominator)


def mean_half_up(values: Collection[int]) -> int:
    """Return the rounded mean of one or more whole numbers."""
    return half_up(sum(values), len(values))


def tenths(value: Fraction) -> int:
    """Return a number in tenths, rounded half up."""
    tens = 10 * value
    return math.floor((2 * tens + 1) / 2)
