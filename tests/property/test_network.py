"""The network against CP-SAT and against trial of every assignment: the same answers, and proofs that hold."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, event, given, settings

import prssmi_match as pm
from property.networks import network_documents
from property.test_against_brute_force import check_answer
from prssmi_match.compatibility import assess
from prssmi_match.solving import Budget, solve

QUICK = settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
LONG = settings(max_examples=4000, suppress_health_check=[HealthCheck.too_slow])


def check_engines(doc):
    """Hold the search that begins on the network against CP-SAT alone: every tier, and the one answer."""
    problem = pm.Problem.model_validate(doc)
    compatibility = assess(problem)
    found, expected = (solve(compatibility, problem.program.tiers, Budget(), kept) for kept in (None, lambda _: ()))
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


@pytest.mark.slow
@given(doc=network_documents())
@LONG
def test_network_agrees_at_length(doc):
    """The same, many times over."""
    check_engines(doc)
    check_answer(doc)
