"""Mean and standard deviation, exact as far as numbers are."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from math import isqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["mean", "root", "variance"]

_CONTEXT = Context(prec=50)
"""A precision of our own: the answer is the same whatever the program around it has set."""


def mean(values: Sequence[Fraction]) -> Fraction:
    """Return the mean of one value or more."""
    return sum(values, Fraction()) / len(values)


def variance(values: Sequence[Fraction]) -> Fraction:
    """Return the mean of the squared distances from the mean (the population variance)."""
    middle = mean(values)
    return mean([(value - middle) ** 2 for value in values])


def root(value: Fraction) -> Fraction:
    """Return the square root: exact where it is a fraction, else to 50 digits.

    >>> root(Fraction(4, 9))
    Fraction(2, 3)
    """
    exact = Fraction(isqrt(value.numerator), isqrt(value.denominator))
    if exact**2 == value:
        return exact
    quotient = _CONTEXT.divide(Decimal(value.numerator), Decimal(value.denominator))
    return Fraction(_CONTEXT.sqrt(quotient))
