"""Scenarios on a cluster of several worker processes."""

from __future__ import annotations

import os
import signal
import warnings
from pathlib import Path

import pandas as pd
import pytest

import prssmi_match as pm
from prssmi_match.scale import parts

SPRING = Path(__file__).parents[2] / "examples" / "spring_cohort.json"
SCENARIOS = {f"seed {seed}": {"seed": seed} for seed in range(8)}


@pytest.fixture
def cluster():
    """Return a client of a cluster with two worker processes on this machine."""
    distributed = pytest.importorskip("distributed", reason="needs the extra distributed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the cluster's own start and end
        with (
            distributed.LocalCluster(
                n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
            ) as cluster,
            distributed.Client(cluster) as client,
        ):
            yield client


@pytest.mark.slow
def test_a_cluster_gives_the_same_answers(cluster):
    """The answers of a cluster are those of this process, and a worker that dies in the middle loses nothing."""
    problem = pm.read_problem(SPRING)
    here = pm.whatif.sweep(problem, SCENARIOS)
    assert here.proved
    assert pm.whatif.sweep(problem, SCENARIOS, cluster.get_executor()) == here
    killed = []

    def kill_one(_what, done, _total, _seconds):
        if done and not killed:
            killed.append(next(iter(cluster.run(os.getpid).values())))
            os.kill(killed[0], signal.SIGKILL)

    assert pm.whatif.sweep(problem, SCENARIOS, cluster.get_executor(), on_progress=kill_one) == here
    assert killed


@pytest.mark.slow
def test_a_cluster_gives_the_same_assignment(cluster, monkeypatch):
    """Parts of one market that are solved on a cluster come to the rows and the proof of this process."""
    monkeypatch.setattr(parts, "PAIRS", 20)
    rows = [(f"{region}-e{mentee}", f"{region}-o{mentor}", 7 * mentee * mentor % 10)
            for region in "abcdef" for mentee in range(9) for mentor in range(3)]  # fmt: skip
    pairs = pd.DataFrame(rows, columns=["mentee", "mentor", "score"])
    capacity = dict.fromkeys(pairs["mentor"], 2)
    here = pm.scale.assign(pairs, capacity)
    there = pm.scale.assign(pairs, capacity, executor=cluster.get_executor())
    pd.testing.assert_frame_equal(there.pairs, here.pairs)
    assert (there.mentees, there.value, there.bound) == (here.mentees, here.value, here.bound)
