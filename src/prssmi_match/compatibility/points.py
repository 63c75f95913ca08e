"""Whole points of pairs by criteria, unknowns averaged and marked."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from prssmi_match.problem.criteria import PairScore
from prssmi_match.problem.values import round_half_up

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from prssmi_match.problem.criteria import PairCriterion

__all__ = ["UNINFORMED", "UNKNOWN", "Column", "fill_unknowns", "mean_of_all", "neutral_of", "rounded_half_up"]

UNINFORMED = 500
"""Points where nothing at all is known of a criterion."""

UNKNOWN = -1
"""In place of points that are not known yet."""


@dataclass(frozen=True, slots=True)
class Column:
    """The points of all pairs by one criterion, and which of them rest on an unknown."""

    points: tuple[int, ...]
    assumed: tuple[bool, ...]


def fill_unknowns(
    criterion: PairCriterion, known: NDArray[np.int64], mentee: NDArray[np.int64], mentees: int
) -> Column:
    """Replace unknown points.

    Parameters
    ----------
    criterion : PairCriterion
        Its ``neutral`` is used where stated.
    known : array of int64, one a pair
        Points, or ``UNKNOWN``.
    mentee : array of int64, one a pair
        The position of its mentee; the pairs are all that are admissible.
    mentees : int
        The number of mentees.
    """
    unknown = known == UNKNOWN
    if unknown.any():
        neutral = neutral_of(criterion)
        if neutral is None:
            own, told = mentee[~unknown], known[~unknown]
            count = np.bincount(own, minlength=mentees)
            total = np.bincount(own, weights=told, minlength=mentees).astype(np.int64)  # far below 2^53
            instead = np.where(
                count > 0, rounded_half_up(total, count), mean_of_all(int(total.sum()), int(count.sum()))
            )
            known = np.where(unknown, instead[mentee], known)
        else:
            known = np.where(unknown, neutral, known)
    return Column(tuple(known.tolist()), tuple(unknown.tolist()))


def neutral_of(criterion: PairCriterion) -> int | None:
    """Return the points that a criterion states for an unknown; None where it states none, or knows no unknown."""
    return None if isinstance(criterion, PairScore) else criterion.neutral


def mean_of_all(total: int, count: int) -> int:
    """Return the mean of all known points, where nothing is known of a mentee."""
    return round_half_up(Fraction(total, count)) if count else UNINFORMED


def rounded_half_up(total: NDArray[np.int64], count: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return quotients of whole numbers, rounded to the nearest, halves up; where one divides by 0 it means nothing."""
    double = np.maximum(1, 2 * count)
    return (2 * total + count) // double
