"""Whole points of pairs by criteria, unknowns averaged and marked."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from prssmi_match.problem.criteria import PairScore
from prssmi_match.problem.values import round_half_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prssmi_match.problem.criteria import PairCriterion

__all__ = ["UNINFORMED", "Column", "fill_unknowns"]

UNINFORMED = 500
"""Points where nothing at all is known of a criterion."""


@dataclass(frozen=True, slots=True)
class Column:
    """The points of all pairs by one criterion, and which of them rest on an unknown."""

    points: tuple[int, ...]
    assumed: tuple[bool, ...]


def fill_unknowns(
    criterion: PairCriterion, known: Sequence[int | None], pairs_of_mentees: Iterable[Sequence[int]]
) -> Column:
    """Replace unknown points.

    Parameters
    ----------
    criterion : PairCriterion
        Its ``neutral`` is used where stated.
    known : sequence of int or None
        Points by pair.
    pairs_of_mentees : iterable of sequences of int
        For each mentee, the positions of its admissible pairs.
    """
    assumed = tuple(points is None for points in known)
    if not any(assumed):
        return Column(tuple(points or 0 for points in known), assumed)
    neutral = None if isinstance(criterion, PairScore) else criterion.neutral
    filled = list(known)
    for positions in pairs_of_mentees:
        own = [points for position in positions if (points := known[position]) is not None]
        if len(own) < len(positions):
            substitute = neutral if neutral is not None else _mean(own, known)
            for position in positions:
                if known[position] is None:
                    filled[position] = substitute
    return Column(tuple(points or 0 for points in filled), assumed)


def _mean(own: Sequence[int], everyone: Sequence[int | None]) -> int:
    values = own or [points for points in everyone if points is not None]
    return round_half_up(Fraction(sum(values), len(values))) if values else UNINFORMED
