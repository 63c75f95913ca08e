"""Searches that a relaxation bounds, against trial of every assignment: the same answers, however few pairs are looked at."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from property.rich import rich_documents
from property.strategies import documents
from property.test_against_brute_force import check_answer
from prssmi_match.solving import bounded, staged

QUICK = settings(
    max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
LONG = settings(QUICK, max_examples=1000)


@pytest.fixture(autouse=True, params=[1, 6], ids=lambda core: f"core of {core}")
def bounded_from_the_first_pair(request, monkeypatch):
    """Let the relaxation bound every search that is not a network's, and begin with very few variables."""
    monkeypatch.setattr(staged, "LARGE", 0)
    monkeypatch.setattr(bounded, "CORE", request.param)


@given(doc=documents())
@QUICK
def test_any_document_has_the_answer_of_the_oracle(doc):
    """With rules and tiers of every kind, stability and special tiers among them: status, tiers and matching."""
    check_answer(doc)


@given(doc=rich_documents())
@QUICK
def test_sites_that_are_well_known_have_the_answer_of_the_oracle(doc):
    """Where much is known, any rules and tiers lead to the oracle's answer."""
    check_answer(doc)


@pytest.mark.slow
@given(doc=documents())
@LONG
def test_bounded_searches_at_length(doc):
    """The same, many times over."""
    check_answer(doc)
