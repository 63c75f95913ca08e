"""How the time of each phase grows with the number of admissible pairs."""

from __future__ import annotations

import math
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.answer import Row

__all__ = ["SHORTEST", "exponent", "growth"]

SHORTEST = 1e-3
"""Seconds; a phase that is shorter is not fitted: it is the clock and the calls that would be seen."""


def exponent(points: Sequence[tuple[float, float]]) -> float | None:
    """Return the slope of a straight line through the logarithms of sizes and seconds; 1 is linear.

    The line has the least squares. None where there are no two sizes.
    """
    logs = [(math.log(size), math.log(seconds)) for size, seconds in points]
    if len({size for size, _ in logs}) < 2:
        return None
    middle, height = (sum(column) / len(logs) for column in zip(*logs, strict=True))
    spread = sum((size - middle) ** 2 for size, _ in logs)
    return sum((size - middle) * (seconds - height) for size, seconds in logs) / spread


def growth(rows: Iterable[Row], phases: Sequence[str]) -> dict[str, dict[str, float | None]]:
    """Return the exponents by family and phase, of rows that have them all."""
    return {
        family: {phase: exponent(_points(list(group), phase)) for phase in phases}
        for family, group in _by_family(rows)
        if len(group) > 1
    }


def _by_family(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    return [(family, list(group)) for family, group in groupby(rows, key=lambda row: row.family)]


def _points(rows: Sequence[Row], phase: str) -> list[tuple[float, float]]:
    return [(row.answer.pairs, row.answer.phases[phase]) for row in rows if row.answer.phases[phase] >= SHORTEST]
