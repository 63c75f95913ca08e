"""The network core beside the raw flow solver on arrays: what the proofs, the faces and the tables cost.

The raw solve is one min-cost flow of OR-Tools on sorted arrays, without a proof: the limit for anything exact.
"""

from __future__ import annotations

import time
from statistics import median
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

import prssmi_match as pm
from prssmi_match.solving.network import HUB, Network, best_flow

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_benchmark.fixture import BenchmarkFixture

SIZES = [
    pytest.param(1_000, 200, 20, 9, id="1000x200x20"),
    pytest.param(10_000, 1_000, 20, 5, id="10000x1000x20"),
    pytest.param(100_000, 10_000, 10, 1, id="100000x10000x10"),
]


def table(mentees: int, mentors: int, each: int) -> tuple[pd.DataFrame, pd.Series]:
    """Return pairs in random order with scores up to 1000, and as many places as mentees."""
    rng = np.random.default_rng(2019)
    drawn = np.repeat(np.arange(mentees), each) * mentors + rng.integers(0, mentors, mentees * each)
    keys = rng.permutation(np.unique(drawn))
    pairs = {"mentee": keys // mentors, "mentor": keys % mentors, "score": rng.integers(0, 1001, len(keys))}
    return pd.DataFrame(pairs), pd.Series(np.full(mentors, mentees // mentors))


def raw(pairs: pd.DataFrame, capacity: pd.Series) -> tuple[float, int, int]:
    """Return the seconds of one raw flow on sorted arrays, the number matched and the total."""
    pairs = pairs.sort_values(["mentee", "mentor"])
    mentee, mentor, score = (pairs[name].to_numpy() for name in ("mentee", "mentor", "score"))
    mentees = mentee.max() + 1
    begin = time.perf_counter()
    solver = SimpleMinCostFlow()
    solver.add_arcs_with_capacity_and_unit_cost(mentee, mentees + mentor, np.ones_like(mentee), -score)
    supplies = np.concatenate([np.ones(mentees, dtype=np.int64), -capacity.to_numpy()])
    solver.set_nodes_supplies(np.arange(len(supplies)), supplies)
    assert solver.solve_max_flow_with_min_cost() == solver.OPTIMAL
    return time.perf_counter() - begin, solver.maximum_flow(), -solver.optimal_cost()


def four_tiers(pairs: pd.DataFrame, capacity: pd.Series) -> list[int]:
    """Return the proved values of coverage, a score by mentee, the score of pairs and a draw, on the core alone."""
    pairs = pairs.sort_values(["mentee", "mentor"])
    mentee, mentor, score = (pairs[name].to_numpy() for name in ("mentee", "mentor", "score"))
    mentees, mentors, count = mentee.max() + 1, len(capacity), len(pairs)
    places = 1 + mentees + np.arange(mentors)
    tail = np.concatenate([1 + mentee, np.full(mentees, HUB), places])
    head = np.concatenate([places[mentor], 1 + np.arange(mentees), np.full(mentors, HUB)])
    upper = np.concatenate([np.ones(count + mentees, dtype=np.int64), capacity.to_numpy()])
    network = Network(1 + mentees + mentors, count, tail, head, np.zeros_like(upper), upper)
    rng = np.random.default_rng(2019)
    by_mentee, draw = rng.integers(700, 990, mentees)[mentee], rng.integers(0, 2**30, count)
    values = []
    for earned in (np.ones(count, dtype=np.int64), by_mentee, score, draw):
        optimum = best_flow(network, earned)
        assert optimum is not None
        assert optimum.value == optimum.bound
        values.append(optimum.value)
        network = optimum.face()
    return values


@pytest.mark.parametrize(("mentees", "mentors", "each", "rounds"), SIZES)
@pytest.mark.parametrize("what", [four_tiers, pm.scale.assign], ids=["four tiers", "scale.assign"])
def test_network(  # noqa: PLR0913, PLR0917 - a size, what is timed, and where it is told
    what: Callable[[pd.DataFrame, pd.Series], Any],
    mentees: int,
    mentors: int,
    each: int,
    rounds: int,
    benchmark: BenchmarkFixture,
    record: Callable[[str, object], None],
) -> None:
    """Both find what the raw flow finds, and prove it."""
    pairs, capacity = table(mentees, mentors, each)
    raws: list[tuple[float, int, int]] = []
    found: list[Any] = []
    benchmark.group = f"network {mentees} x {mentors} x {each}"
    benchmark.pedantic(
        lambda: found.append(what(pairs, capacity)), setup=lambda: raws.append(raw(pairs, capacity)), rounds=rounds
    )
    most, total = raws[-1][1:]
    if isinstance(found[-1], pm.scale.Assignment):
        assert (found[-1].mentees, found[-1].value, found[-1].bound) == (most, total, total)
    else:
        assert found[-1][0] == most
    seconds, flow = median(benchmark.stats.stats.data), median(one for one, *_ in raws)
    record(
        "the network core beside one raw flow (medians)",
        {
            "size": f"{mentees} x {mentors} x {each}",
            "what": what.__name__,
            "seconds": f"{seconds:.3f}",
            "raw flow s": f"{flow:.3f}",
            "ratio": f"{seconds / flow:.2f}",
        },
    )


def test_leximin(benchmark: BenchmarkFixture, record: Callable[[str, object], None]) -> None:
    """Leximin of 101 levels after coverage, with 20 candidates each, from the assessed document to the answer."""
    from prssmi_match.compatibility import assess
    from prssmi_match.solving import Budget, solve

    pairs, capacity = table(1_000, 200, 20)
    rows = [
        {"mentee": f"e{row.mentee:04}", "mentor": f"o{row.mentor:03}", "score": row.score // 10}
        for row in pairs.itertuples()
    ]
    tiers = [
        {"name": "coverage", "maximize": [{"criterion": "coverage"}]},
        {"name": "fair", "leximin": {"maximize": [{"criterion": "pair_score"}]}},
    ]
    document = {
        "preset": "none",
        "mentees": [{"id": f"e{number:04}"} for number in range(1_000)],
        "mentors": [{"id": f"o{number:03}", "max_mentees": int(most)} for number, most in capacity.items()],
        "pairs": rows,
        "rules": [{"kind": "eligibility", "setting": "off", "scored_only": True}],
        "policy": {"tiers": tiers},
    }
    problem = pm.Problem.model_validate(document)
    compatibility = assess(problem)
    benchmark.group = "leximin on the network"
    outcome = benchmark.pedantic(
        lambda: solve(compatibility, problem.program.tiers, Budget()), rounds=5, warmup_rounds=1
    )
    assert all(tier.step.proved and tier.proof for tier in outcome.tiers)
    record(
        "leximin after coverage on the network (median)",
        {
            "size": "1000 x 200 x 20",
            "worst": outcome.tiers[1].step.value,
            "maxima proved": len(outcome.tiers[1].proof),
            "seconds": f"{median(benchmark.stats.stats.data):.3f}",
        },
    )
