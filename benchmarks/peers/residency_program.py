"""Weakly stable matching as a mixed-integer program: the model of Kwanashie and Manlove (2014)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.peers.program import Aim, Program, Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    Row = tuple[list[int], list[int], float, float]

__all__ = ["residency_program"]


def residency_program(document: dict[str, Any]) -> Program:
    """Return the program of a residency: its size is the aim."""
    rows = Rows()
    for row in _rows(document):
        rows.add(*row)
    width = sum(len(group) for row in document["mentees"] for group in row["preferences"])
    return rows.program(width, width, [Aim("coverage", np.ones(width, dtype=np.int64))])


def _rows(document: dict[str, Any]) -> Iterator[Row]:
    """Give positions, coefficients, low and high: one mentor a mentee, capacities, and no pair that blocks."""
    mentees, mentors = (_ranks(document[side]) for side in ("mentees", "mentors"))
    capacity = {row["id"]: row["max_mentees"] for row in document["mentors"]}
    at = {pair: position for position, pair in enumerate((e, o) for e in mentees for o in mentees[e])}
    for site, listed in mentees.items():
        yield [at[site, host] for host in listed], [1] * len(listed), 0, 1
    for host, listed in mentors.items():
        yield [at[site, host] for site in listed], [1] * len(listed), 0, capacity[host]
    for site, host in at:
        # Capacity x (this mentor or a better one) + the mentees that it likes as much >= capacity.
        own = [at[site, other] for other, rank in mentees[site].items() if rank <= mentees[site][host]]
        likes = mentors[host]
        others = [at[other, host] for other, rank in likes.items() if rank <= likes[site] and other != site]
        yield own + others, [capacity[host]] * len(own) + [1] * len(others), capacity[host], np.inf


def _ranks(rows: list[dict[str, Any]]) -> dict[str, dict[str, int]]:
    return {
        row["id"]: {other: rank for rank, group in enumerate(row["preferences"]) for other in group} for row in rows
    }
