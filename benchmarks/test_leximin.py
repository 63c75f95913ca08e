"""Fairness on fine levels: 40 x 10 with every point a level of its own, up to 11,000."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from cohorts import Document, cohort

import prssmi_match as pm

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_benchmark.fixture import BenchmarkFixture

FIT = [
    {"criterion": "setting_fit", "weight": 4},
    {"criterion": "topic_fit", "weight": 3},
    {"criterion": "mentee_preference", "weight": 2},
    {"criterion": "mentor_preference", "weight": 1},
    {"criterion": "locale_fit", "weight": 1},
]
ROUNDS = 9
FAIREST = {
    "leximin": {"name": "fairness", "leximin": {"maximize": FIT, "step": 1}},
    "max_min": {"name": "fairness", "max_min": {"maximize": FIT}},
}
SEATS = {
    "15 of 40, 6 of 10": [],
    "all of 40": [{"kind": "selection", "id": "selection"}, {"kind": "opening", "id": "opening"}],
}


@pytest.mark.parametrize("seats", SEATS)
@pytest.mark.parametrize("kind", FAIREST)
def test_fairness(kind: str, seats: str, benchmark: BenchmarkFixture, record: Callable[[str, object], None]) -> None:
    """The tier is proved, and the worst-off are equally well off by either of its two kinds."""
    problems = {name: _problem(tier, SEATS[seats]) for name, tier in FAIREST.items()}
    benchmark.group = "fairness at 40 x 10"
    results = []
    benchmark.pedantic(lambda: results.append(pm.match(problems[kind])), rounds=ROUNDS)
    tier = results[-1].tiers[1]
    assert tier.proved
    assert {pm.match(problem).tiers[1].best for problem in problems.values()} == {tier.best}
    record(
        "fairness at 40 x 10, 11,000 levels (medians)",
        {
            "seats": seats,
            "kind": kind,
            "matched": len(results[-1].matching.pairs),
            "worst matched": tier.best,
            "tier s": f"{sorted(result.tiers[1].seconds for result in results)[ROUNDS // 2]:.3f}",
            "whole match s": f"{benchmark.stats.stats.median:.3f}",
        },
    )


def _problem(tier: Document, rules: list[Document]) -> pm.Problem:
    tiers = [{"name": "coverage", "maximize": [{"criterion": "coverage"}]}, tier]
    return pm.Problem.model_validate({**cohort(40, 10, rules=rules), "policy": {"tiers": tiers}})
