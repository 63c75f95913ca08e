"""Most mentees in a weakly stable matching with ties, beside HiGHS on the same instance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from cohorts import residency
from residency_program import solve_with_highs

import prssmi_match as pm

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_benchmark.fixture import BenchmarkFixture

SIZES = [
    pytest.param(11, 5, 30, False, 15, id="11x5"),
    pytest.param(30, 6, 30, False, 9, id="30x6"),
    pytest.param(75, 10, 30, False, 3, id="75x10"),
    pytest.param(750, 50, 30, False, 1, id="750x50"),
    pytest.param(750, 50, 30, True, 1, id="750x50-common"),
    pytest.param(750, 50, 10, False, 1, id="750x50-many-ties"),
]
LIMIT = 100.0
"""Seconds of each solver; the table shows the gap that is left."""


@pytest.mark.parametrize(("mentees", "mentors", "grades", "common", "rounds"), SIZES)
def test_stability(  # noqa: PLR0913 - parameters and fixtures
    *,
    mentees: int,
    mentors: int,
    grades: int,
    common: bool,
    rounds: int,
    benchmark: BenchmarkFixture,
    record: Callable[[str, object], None],
) -> None:
    """No size that one solver finds is above what the other proves; what is found is stable."""
    document = residency(mentees, mentors, grades=grades, common=common)
    problem = pm.Problem.model_validate(document)
    benchmark.group = f"stability {mentees} x {mentors}"
    result = benchmark.pedantic(pm.match, args=(problem,), kwargs={"time_limit": LIMIT}, rounds=rounds)
    theirs, most, highs_seconds = solve_with_highs(document, LIMIT)
    tier = result.tiers[0] if result.tiers else None
    ours, bound = (tier.best, tier.bound) if tier else (None, mentees)
    assert (ours or 0) <= most
    assert (theirs or 0) <= bound
    assert not result.has_matching or not pm.verify(problem, result.matching).blocking_pairs
    record(
        "most mentees, weakly stable, ties on the mentors' side",
        {
            "size": f"{mentees} x {mentors}",
            "grades": f"{grades}, common" if common else f"{grades}, each mentor's own",
            "matched": ours,
            "at most": bound,
            "coverage s": f"{tier.seconds:.3f}" if tier else "none found",
            "whole match s": f"{benchmark.stats.stats.median:.3f}",
            "HiGHS matched": theirs,
            "HiGHS at most": most,
            "HiGHS s": f"{highs_seconds:.3f}",
        },
    )
