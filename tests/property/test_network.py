"""The network against CP-SAT and against trial of every assignment: the same answers, and proofs that hold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

import prssmi_match as pm
from property.networks import network_documents
from property.test_against_brute_force import check_answer
from prssmi_match.compatibility import assess
from prssmi_match.problem.policy import GenerousTier, LotteryTier, MaximizeTier, MaxMinTier, RankMaximalTier
from prssmi_match.solution.proof import TierProof
from prssmi_match.solving import Budget, resume, solve
from prssmi_match.solving.cpsat import Formulation, Search
from prssmi_match.verification import recompute_bounds

QUICK = settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
LONG = settings(max_examples=1500, suppress_health_check=[HealthCheck.too_slow])


def check_engines(doc):
    """Hold the search that begins on the network against CP-SAT alone: every tier, and the one answer."""
    problem = pm.Problem.model_validate(doc)
    compatibility = assess(problem)
    found = solve(compatibility, problem.program.tiers, Budget())
    expected = resume(Search(Formulation(compatibility), Budget()), problem.program.tiers)
    assert found.status == expected.status
    assert [(tier.name, tier.step, tier.least) for tier in found.tiers] == [
        (tier.name, tier.step, tier.least) for tier in expected.tiers
    ]
    if found.assignment is None:
        event("infeasible")
        return
    assert found.assignment.chosen == expected.assignment.chosen
    on_network = sum(bool(tier.proof) for tier in found.tiers)
    event(f"{'all' if on_network == len(found.tiers) else on_network} of the tiers on the network")


@given(doc=network_documents())
@QUICK
def test_network_agrees_with_cpsat(doc):
    """Wherever the network begins and hands over, all tiers and the answer are those of CP-SAT alone."""
    check_engines(doc)


@given(doc=network_documents())
@settings(QUICK, max_examples=100)
def test_network_agrees_with_brute_force(doc):
    """Documents that a network can tell have the oracle's answer."""
    check_answer(doc)


def check_proof(doc):
    """Recompute every bound from the document: all that the network solved is proved, and nothing needs a solver."""
    problem = pm.Problem.model_validate(doc)
    result = pm.match(problem)
    if not result.has_matching:
        return
    recomputed = recompute_bounds(problem, result.matching, result.proof)
    event(f"{len(recomputed)} tiers recomputed")
    for asked, tier, found in zip(problem.program.tiers, result.tiers, recomputed, strict=False):
        assert tier.name == found.name
        assert found.proved == (tier.value == tier.best)
        if isinstance(asked, MaximizeTier | RankMaximalTier | GenerousTier):
            assert tier.bound == found.bounds[0]
        if isinstance(asked, LotteryTier):
            assert tier.bound == found.bounds[-1]
    assert all(found.proved for found in recomputed[:-1])
    if len(recomputed) < len(result.proof):  # only these end a proof before the network ends
        after = problem.program.tiers[len(recomputed)]
        assert isinstance(after, MaxMinTier) or not recomputed[-1].proved


@given(doc=network_documents())
@QUICK
def test_bounds_of_the_network_are_recomputed(doc):
    """The verifier finds the same bounds from the multipliers and the document, tier by tier."""
    check_proof(doc)


@given(doc=network_documents(), data=st.data())
@settings(QUICK, max_examples=100)
def test_no_multipliers_prove_too_much(doc, data):
    """Whatever multipliers are claimed, the bound of the first tier is never below what is possible."""
    problem = pm.Problem.model_validate(doc)
    result = pm.match(problem)
    if not result.proof or result.proof[0].name != result.tiers[0].name:
        return
    step = result.proof[0].steps[0]
    sites = [*(("mentee", mentee.id) for mentee in problem.mentees if mentee.available), *step.multipliers]
    prices = st.dictionaries(st.sampled_from(sites), st.integers(-2000, 2000))
    changed = {**step.multipliers, **data.draw(prices)}
    steps = (replace(step, multipliers=changed), *result.proof[0].steps[1:])
    (found, *_) = recompute_bounds(problem, result.matching, [TierProof(result.proof[0].name, steps)])
    assert found.bounds[0] >= step.value


@pytest.mark.slow
@given(doc=network_documents())
@LONG
def test_network_agrees_at_length(doc):
    """The same, many times over."""
    check_engines(doc)
    check_answer(doc)
    check_proof(doc)
