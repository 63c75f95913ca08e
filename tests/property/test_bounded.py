"""Searches that a relaxation bounds against trial of every assignment, however few pairs are looked at first."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from property.rich import rich_documents
from property.strategies import documents
from property.test_against_brute_force import check_answer
from prssmi_match.solving import bounded, staged
from prssmi_match.solving.cpsat import core
from unit.solving.engines import without_network

QUICK = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
LONG = settings(QUICK, max_examples=1000)


@pytest.fixture(autouse=True, params=[1, 6], ids=lambda core: f"core of {core}")
def from_a_few_variables(request, monkeypatch):
    """Let the relaxation bound every search, also where something is stable; begin with few variables, in parts."""
    without_network(monkeypatch)
    monkeypatch.setattr(staged, "Search", bounded.BoundedSearch)
    monkeypatch.setattr(bounded, "CORE", request.param)
    monkeypatch.setattr(core, "PART", 1)


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


def in_regions(doc):
    """Return a document in which no pair of two regions is possible."""
    mentees, mentors = ([row["id"] for row in doc[side]] for side in ("mentees", "mentors"))
    across = [(mentee, mentor) for mentee in mentees for mentor in mentors]
    across = [pair for pair in across if (pair[0] in mentees[:3]) != (pair[1] in mentors[:2])]
    forbidden = [{"kind": "forbid", "mentee": mentee, "mentor": mentor} for mentee, mentor in across]
    return {**doc, "rules": [*doc["rules"], *forbidden]}


APART = ("pin", "together", "apart", "quota", "stability")


@given(doc=rich_documents(kinds=APART).map(in_regions))
@QUICK
def test_regions_have_the_answer_of_the_oracle(doc):
    """Where regions can be told apart, their parts are searched apart, and add up."""
    check_answer(doc)


@pytest.mark.slow
@given(doc=documents())
@LONG
def test_bounded_searches_at_length(doc):
    """The same, many times over."""
    check_answer(doc)


@pytest.mark.slow
@given(doc=rich_documents().map(in_regions))
@LONG
def test_regions_at_length(doc):
    """Regions, with any rules, many times over."""
    check_answer(doc)
