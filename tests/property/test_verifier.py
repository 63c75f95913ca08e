"""The verifier and the evaluation against the oracle, on assignments however bad."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import prssmi_match as pm
from oracle.brute_force import blocking_pairs, evaluate, feasible
from property.policies import every_criterion
from property.rich import rich_documents
from property.strategies import KINDS, assignments, documents

QUICK = settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
LONG = settings(max_examples=1500, suppress_health_check=[HealthCheck.too_slow])


def matching_of(assignment):
    """Return an assignment as the library takes it."""
    return pm.Matching(pairs=[(mentee, mentor) for mentee, mentor in assignment.items() if mentor is not None])


def check_verdict(doc, assignment):
    """Hold the verifier's verdict and its blocking pairs against the oracle's."""
    verification = pm.verify(pm.Problem.model_validate(doc), matching_of(assignment))
    assert verification.valid == feasible(doc, assignment), verification.violations
    assert sorted(verification.blocking_pairs) == blocking_pairs(doc, assignment)


def check_score(doc, assignment):
    """Hold the evaluation of every tier against the oracle's."""
    evaluation = pm.evaluate(pm.Problem.model_validate(doc), matching_of(assignment))
    assert [(tier.name, tier.value, tier.profile) for tier in evaluation.tiers] == evaluate(doc, assignment)


def roomy(doc):
    """Return the document with mentors that take everybody."""
    limits = {"min_mentees": 0, "max_mentees": 5, "max_workload": None}
    return {**doc, "mentors": [{**row, **limits} for row in doc["mentors"]]}


def with_room(doc):
    """Return the document without mentors of capacity 0: a share of nothing is not defined."""
    full = {
        row["id"] for row in doc["mentors"]
        if (doc.get("default_capacity", 3) if row.get("max_mentees") is None else row["max_mentees"]) == 0
    }  # fmt: skip
    assume(not full)
    return doc


@given(data=st.data(), doc=documents() | rich_documents())
@QUICK
def test_verdict_on_any_assignment(data, doc):
    """Any assignment of any mentees is valid exactly when the oracle finds it feasible."""
    check_verdict(doc, data.draw(assignments(doc)))


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(QUICK, max_examples=25)
def test_verdict_by_one_kind_of_rule(kind, data):
    """Where only rules of one kind can fail, every assignment is valid exactly when the oracle finds it feasible."""
    doc = roomy(data.draw(rich_documents(kinds=(kind,), least=1)))
    for _ in range(5):
        check_verdict(doc, data.draw(assignments(doc)))


@pytest.mark.parametrize(("max_km", "valid"), [(997.562, True), (997.561, False)])
def test_distance_counts_to_the_meter(max_km, valid):
    """Two sites 997,562 m apart are within 997.562 km and not within 997.561 km."""
    doc = {
        "mentees": [{"id": "pine", "location": [46.1, -92.9]}],
        "mentors": [{"id": "oak", "location": [40.5, -83.25]}],
        "rules": [{"kind": "eligibility", "max_km": max_km}],
    }
    assert feasible(doc, {"pine": "oak"}) == valid
    check_verdict(doc, {"pine": "oak"})


@given(doc=rich_documents(kinds=("eligibility", "forbid"), least=1))
@QUICK
def test_verdict_on_every_single_pair(doc):
    """Where only rules on pairs are left, each pair by itself is valid exactly when the oracle finds it feasible."""
    problem = pm.Problem.model_validate(doc := roomy(doc))
    for mentee, mentor in product([row["id"] for row in doc["mentees"]], [row["id"] for row in doc["mentors"]]):
        assert pm.verify(problem, matching_of({mentee: mentor})).valid == feasible(doc, {mentee: mentor})


@given(data=st.data(), doc=documents() | rich_documents())
@QUICK
def test_score_of_any_assignment(data, doc):
    """Any assignment of available mentees, valid or not, has the oracle's value by every criterion and special tier."""
    check_score(
        {**with_room(doc), "policy": data.draw(every_criterion())}, data.draw(assignments(doc, available_only=True))
    )


@given(data=st.data(), doc=documents())
@QUICK
def test_any_assignment_has_a_score(data, doc):
    """Withdrawn mentees and mentors without capacity in a matching are scored without an error."""
    evaluation = pm.evaluate(pm.Problem.model_validate(doc), matching_of(data.draw(assignments(doc))))
    assert [tier.name for tier in evaluation.tiers] == [name for name, _, _ in evaluate(doc, {})]


@given(data=st.data(), doc=rich_documents(kinds=("eligibility",)))
@settings(QUICK, max_examples=20)
def test_second_mentor_is_refused(data, doc):
    """A mentee with two mentors is never valid, even where each of the two would be."""
    doc = roomy(doc)
    mentee = data.draw(st.sampled_from([row["id"] for row in doc["mentees"]]))
    one, other = data.draw(st.permutations([row["id"] for row in doc["mentors"]]))[:2]
    matching = pm.Matching(pairs=[(mentee, one), (mentee, other)])
    assert not pm.verify(pm.Problem.model_validate(doc), matching).valid


@given(doc=documents() | rich_documents())
@QUICK
def test_every_single_change_of_the_answer_is_judged(doc):
    """Moving one mentee of the answer to any other mentor, or to none, is accepted exactly when the rules allow it."""
    result = pm.match(pm.Problem.model_validate(doc))
    assume(result.has_matching)
    answer = {row["id"]: result.matching.mentor_of(row["id"]) for row in doc["mentees"]}
    for mentee in answer:
        for mentor in [None, *(row["id"] for row in doc["mentors"])]:
            check_verdict(doc, {**answer, mentee: mentor})


@pytest.mark.slow
@given(data=st.data(), doc=documents() | rich_documents())
@LONG
def test_verdicts_and_scores_at_length(data, doc):
    """Verdict and score of many more assignments."""
    check_verdict(doc, data.draw(assignments(doc)))
    doc = {**with_room(doc), "policy": data.draw(every_criterion())}
    check_score(doc, data.draw(assignments(doc, available_only=True)))
