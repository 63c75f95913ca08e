"""Weakly stable matching as a mixed-integer program for HiGHS: the model of Kwanashie and Manlove (2014)."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

if TYPE_CHECKING:
    from collections.abc import Iterator

    Row = tuple[list[int], list[int], float, float]

__all__ = ["solve_with_highs"]


def solve_with_highs(document: dict[str, Any], time_limit: float) -> tuple[int | None, int, float]:
    """Return the size found (None where there is none), the size that none exceeds, and the seconds of the solver."""
    matrix, low, high = _program(document)
    size = matrix.shape[1]
    begin = time.perf_counter()
    found = milp(
        -np.ones(size),
        constraints=LinearConstraint(matrix, low, high),
        integrality=np.ones(size),
        bounds=Bounds(0, 1),
        options={"time_limit": time_limit, "mip_rel_gap": 0},
    )
    seconds = time.perf_counter() - begin
    best = None if found.fun is None else round(-found.fun)
    bound = size if found.mip_dual_bound is None else int(-found.mip_dual_bound + 1e-6)
    return best, bound, seconds


def _program(document: dict[str, Any]) -> tuple[csr_array, np.ndarray, np.ndarray]:
    rows = list(_rows(document))
    indices = [position for positions, *_ in rows for position in positions]
    values = [value for _, coefficients, *_ in rows for value in coefficients]
    starts = np.cumsum([0, *(len(positions) for positions, *_ in rows)])
    width = sum(len(group) for row in document["mentees"] for group in row["preferences"])
    matrix = csr_array((values, indices, starts), shape=(len(rows), width))
    return matrix, np.array([row[2] for row in rows]), np.array([row[3] for row in rows])


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
