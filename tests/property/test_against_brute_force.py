"""The library against the oracle: status, every tier, and the one final answer."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import prssmi_match as pm
from oracle.brute_force import assumed, best
from property.rich import rich_document, rich_documents
from property.strategies import KINDS, documents

QUICK = settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
LONG = settings(max_examples=1500, suppress_health_check=[HealthCheck.too_slow])


def check_answer(doc):
    """Hold the library's whole answer against the oracle's."""
    result = pm.match(pm.Problem.model_validate(doc))
    expected = best(doc)
    if expected is None:
        assert (result.status, result.has_matching, result.tiers) == ("infeasible", False, ())
        return
    assert result.status == "optimal"
    found = [(tier.name, tier.best, tier.value, tier.profile) for tier in result.tiers]
    assert found == [(tier.name, tier.best, tier.value, tier.profile) for tier in expected.tiers]
    assert all(tier.proved and tier.bound == tier.best for tier in result.tiers)
    assert {pair.mentee: pair.mentor for pair in result.matching.pairs} == expected.mentor_of
    assert result.verification.valid


def check_marks(doc):
    """Hold what the answer says about its pairs and its unmatched mentees against the document."""
    result = pm.match(pm.Problem.model_validate(doc))
    if not result.has_matching:
        return
    status = {row["id"]: row.get("status", "ready") for row in doc["mentees"]}
    for pair in result.matching.pairs:
        assert list(pair.assumed) == assumed(doc, pair.mentee, pair.mentor)
        assert pair.provisional == (status[pair.mentee] == "provisional")
    matched = {pair.mentee for pair in result.matching.pairs}
    available = {mentee for mentee, stated in status.items() if stated in {"ready", "provisional"}}
    assert set(result.matching.unmatched) == available - matched


@given(doc=documents(stability=False, special=False))
@QUICK
def test_weighted_tiers_are_the_best_of_all_assignments(doc):
    """Without special tiers and stability: infeasible exactly when nothing is feasible, else the oracle's answer."""
    check_answer(doc)


@given(doc=documents(stability=False))
@QUICK
def test_special_tiers_are_the_best_of_all_assignments(doc):
    """With leximin, max_min, rank tiers and the preset's policy: the oracle's answer."""
    check_answer(doc)


@given(seed=st.integers(0, 10**6))
@settings(QUICK, max_examples=150)
def test_policy_of_the_preset_is_followed(seed):
    """Where a document states no policy and knows a lot, the answer is the oracle's by the preset's seven tiers."""
    check_answer(rich_document(seed))


@given(doc=rich_documents())
@settings(QUICK, max_examples=150)
def test_any_policy_between_sites_that_are_well_known(doc):
    """Where much is known, any rules and tiers lead to the oracle's answer."""
    check_answer(doc)


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(QUICK, max_examples=25)
def test_each_kind_of_rule_is_followed(kind, data):
    """With rules of one kind only, the answer is the oracle's."""
    check_answer(data.draw(rich_documents(kinds=(kind,), least=1)))


@given(doc=documents(special=False))
@QUICK
def test_stable_answers_are_the_best_of_all_assignments(doc):
    """With stability as a rule and blocking pairs as a criterion: the oracle's answer."""
    check_answer(doc)


@given(doc=documents())
@QUICK
def test_pairs_are_marked_as_assumed_and_provisional(doc):
    """Every pair names the criteria that rest on an unknown, and whether its mentee is provisional."""
    check_marks(doc)


@pytest.mark.slow
@given(doc=documents() | rich_documents())
@LONG
def test_every_answer_is_the_best_of_all_assignments(doc):
    """With everything that a document can state, many times over: the oracle's answer and marks."""
    check_answer(doc)
    check_marks(doc)
