"""The whole of ``match`` beside the bare solve of the same tiers, in turns, so that both see the same machine."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

import pytest
from cohorts import cohort
from peer import Peer, instance_of
from phases import PHASES, timed_match

import prssmi_match as pm
from prssmi_match.compatibility import assess

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_benchmark.fixture import BenchmarkFixture

SIZES = [pytest.param(15, 6, 15, id="15x6"), pytest.param(40, 10, 9, id="40x10"), pytest.param(200, 60, 1, id="200x60")]
LIMIT = 300.0
"""Seconds; a match that is not proved in it is shown as such."""


@pytest.mark.parametrize(("mentees", "mentors", "rounds"), SIZES)
def test_match(
    mentees: int, mentors: int, rounds: int, benchmark: BenchmarkFixture, record: Callable[[str, object], None]
) -> None:
    """Every proved tier, and the matching where all are, are what the bare script finds on its own."""
    document = cohort(mentees, mentors)
    problem = pm.Problem.model_validate(document)
    bare = instance_of(assess(problem), seats=15, opened=6)
    peers: list[Peer] = []
    benchmark.group = f"match {mentees} x {mentors}"
    result = benchmark.pedantic(
        pm.match,
        args=(problem,),
        kwargs={"time_limit": LIMIT},
        setup=lambda: peers.append(Peer(bare).run()),
        rounds=rounds,
    )
    _assert_same(result, peers[-1])
    seconds = median(benchmark.stats.stats.data)
    whole, solving = (median(getattr(peer, name) for peer in peers) for name in ("seconds", "solving"))
    record(
        "match beside the bare solve of the same tiers (medians)",
        {
            "size": f"{mentees} x {mentors}",
            "status": result.status,
            "match s": f"{seconds:.3f}",
            "bare build + solve s": f"{whole:.3f}",
            "bare solve s": f"{solving:.3f}",
            "ratio to build + solve": f"{seconds / whole:.2f}",
            "ratio to solve": f"{seconds / solving:.2f}",
        },
    )


@pytest.mark.parametrize(("mentees", "mentors", "rounds"), SIZES)
def test_phases(
    mentees: int, mentors: int, rounds: int, benchmark: BenchmarkFixture, record: Callable[[str, object], None]
) -> None:
    """The phases of a match, from the document as a dictionary; an answer that is found is verified."""
    document, runs = cohort(mentees, mentors), []
    benchmark.group = f"phases {mentees} x {mentors}"
    benchmark.pedantic(lambda: runs.append(timed_match(document, LIMIT)), rounds=rounds)
    assert all(result.verification.valid for result, _ in runs)
    medians = {phase: median(seconds[phase] for _, seconds in runs) for phase in PHASES}
    total = sum(medians.values())
    record(
        "phases of a match, with reading the document (medians)",
        {
            "size": f"{mentees} x {mentors}",
            "seconds": f"{total:.3f}",
            **{phase: f"{1000 * value:.1f} ms ({value / total:.0%})" for phase, value in medians.items()},
        },
    )


def _assert_same(result: pm.Result, peer: Peer) -> None:
    for tier in result.tiers:
        if not tier.proved:
            return
        assert tier.best == peer.values[tier.name], tier.name
    assert [(pair.mentee, pair.mentor) for pair in result.matching.pairs] == peer.matching
