"""Whoever proves an aim of a case proves the same value, and nobody finds more than another proves."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.answer import Row

__all__ = ["compared", "disagreements"]


def disagreements(rows: Iterable[Row]) -> list[str]:
    """Return a sentence for every aim on which subjects of a case contradict each other."""
    return [sentence for case in _by_case(rows) for aim in _aims(case) for sentence in _contradictions(case, aim)]


def compared(rows: Iterable[Row]) -> int:
    """Return how many aims of how many cases were proved by at least two subjects."""
    return sum(sum(aim in row.proved for row in case) > 1 for case in _by_case(rows) for aim in _aims(case))


def _by_case(rows: Iterable[Row]) -> list[list[Row]]:
    return [list(group) for _, group in groupby(rows, key=lambda row: (row.family, row.case))]


def _aims(rows: Sequence[Row]) -> list[str]:
    return sorted({aim for row in rows for aim in row.answer.values})


def _contradictions(rows: Sequence[Row], aim: str) -> list[str]:
    where = f"{rows[0].family}, {rows[0].case}, {aim}"
    proved = {row.subject: row.proved[aim] for row in rows if aim in row.proved}
    if len(set(proved.values())) > 1:
        return [f"{where}: " + ", ".join(f"{name} proves {value}" for name, value in proved.items())]
    return [
        f"{where}: {row.subject} finds {row.answer.values[aim]}, above {most}, which others prove"
        for most in set(proved.values())
        for row in rows
        if row.answer.values.get(aim, most) > most
    ]
