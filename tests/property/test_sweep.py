"""Scenarios against the match of the document that a person would write for each."""

from __future__ import annotations

import copy

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import prssmi_match as pm
from property.strategies import documents, rules


@st.composite
def scenarios(draw, doc):
    """Draw a scenario, and the document that it stands for."""
    mentees = [row["id"] for row in doc["mentees"]]
    mentors = [row["id"] for row in doc["mentors"]]
    gone = draw(st.lists(st.sampled_from([*mentees, *mentors]), max_size=2, unique=True)) if mentees + mentors else []
    room = draw(st.dictionaries(st.sampled_from(mentors), st.integers(2, 3), max_size=2)) if mentors else {}
    more = [{**draw(rules(mentees, mentors)), "id": "new"}] if draw(st.booleans()) else []
    changed = copy.deepcopy(doc)
    for row in [*changed["mentees"], *changed["mentors"]]:
        if row["id"] in gone:
            row["status"] = "withdrawn"
    for row in changed["mentors"]:
        if row["id"] in room:
            row["max_mentees"] = room[row["id"]]
    changed["rules"] = [*changed["rules"], *more]
    return {"withdrawn": gone, "capacities": room, "rules": more}, changed


@given(st.data())
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_a_scenario_is_the_document_that_it_stands_for(data):
    """Its answer is that of the document written by hand, in every tier and every pair."""
    doc = data.draw(documents())
    scenario, changed = data.draw(scenarios(doc))
    row = pm.whatif.sweep(pm.Problem.model_validate(doc), {"it": scenario}).of("it")
    result = pm.match(pm.Problem.model_validate(changed))
    assert row.status == result.status
    assert row.values == result.values
    if result.has_matching:
        assert [pair.key for pair in row.matching.pairs] == [pair.key for pair in result.matching.pairs]
