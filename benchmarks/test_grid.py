"""The assignment over every pair that a document admits, beside solvers that are given all pairs on arrays.

The peers get the points for nothing: working them out, and leaving out what is not admissible, is not in their time.
``assess`` is the same points with an object a pair, as a match has them.
"""

from __future__ import annotations

import resource
import time
from typing import TYPE_CHECKING

import numpy as np
import pytest
from cohorts import national
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow
from scipy.optimize import linear_sum_assignment

import prssmi_match as pm
from prssmi_match.compatibility import assess
from prssmi_match.compatibility.grid import REFUSED

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from pytest_benchmark.fixture import BenchmarkFixture

SIZES = [pytest.param(1_000, 100, 3, id="1000x100"), pytest.param(10_000, 1_000, 1, id="10000x1000")]
MOST_PLACES = 2_000
"""Up to here scipy, which knows no capacities, is given a column a place."""


def raw_flow(points: NDArray[np.int64], room: NDArray[np.int64]) -> tuple[int, int]:
    """Return number and total of one min-cost flow over all admissible pairs."""
    mentee, mentor = np.nonzero(points != REFUSED)
    mentees = len(points)
    solver = SimpleMinCostFlow()
    solver.add_arcs_with_capacity_and_unit_cost(mentee, mentees + mentor, np.ones_like(mentee), -points[mentee, mentor])
    supplies = np.concatenate([np.ones(mentees, dtype=np.int64), -room])
    solver.set_nodes_supplies(np.arange(len(supplies)), supplies)
    assert solver.solve_max_flow_with_min_cost() == solver.OPTIMAL
    return solver.maximum_flow(), -solver.optimal_cost()


def hungarian(points: NDArray[np.int64], room: NDArray[np.int64]) -> tuple[int, int]:
    """Return number and total by scipy, with a bonus for each mentee that is worth more than any total."""
    places = points[:, np.repeat(np.arange(len(room)), room)]
    bonus = 1 + int(points.max(axis=1).clip(min=0).sum())
    worth = np.where(places == REFUSED, 0, places + bonus)
    chosen = worth[linear_sum_assignment(worth, maximize=True)]
    matched = int((chosen > 0).sum())
    return matched, int(chosen.sum()) - bonus * matched


@pytest.mark.parametrize(("mentees", "mentors", "rounds"), SIZES)
def test_whole_grid(
    mentees: int, mentors: int, rounds: int, benchmark: BenchmarkFixture, record: Callable[[str, object], None]
) -> None:
    """Candidates and exact assignment find what the peers find with all pairs."""
    problem = pm.Problem.model_validate(national(mentees, mentors))
    benchmark.group = f"whole grid {mentees} x {mentors}"
    seconds: dict[str, float | None] = dict.fromkeys(("candidates", "assign", "raw flow", "scipy", "assess"))

    def timed(name: str, what: Callable[..., object], *arguments: object) -> object:
        begin = time.process_time()
        found = what(*arguments)
        seconds[name] = time.process_time() - begin
        return found

    def ours() -> pm.scale.Assignment:
        return timed("assign", pm.scale.assign, timed("candidates", pm.scale.candidates, problem))  # type: ignore[return-value]

    answer = benchmark.pedantic(ours, rounds=rounds)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    found = pm.scale.candidates(problem)
    points = found.worth(np.arange(mentees))
    room = found.capacity.to_numpy()
    expected = timed("raw flow", raw_flow, points, room)
    assert expected == (answer.mentees, answer.value)
    if room.sum() <= MOST_PLACES:
        assert timed("scipy", hungarian, points, room) == expected
        timed("assess", lambda: assess(problem).weighted(problem.program.tiers[0].maximize))  # type: ignore[union-attr]
    record(
        "whole grids",
        {
            "size": f"{mentees} x {mentors}",
            "admissible": found.admissible,
            "used": answer.used,
            "rounds": answer.rounds,
            **{f"{name}, CPU s": "-" if one is None else f"{one:.2f}" for name, one in seconds.items()},
            "peak GB of ours": f"{memory:.2f}",
        },
    )
