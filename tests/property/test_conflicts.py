"""Conflicts against the oracle: the members alone cannot all hold, and without any one of them the others can."""

from __future__ import annotations

import copy

import pytest
from hypothesis import HealthCheck, assume, event, given, settings

import prssmi_match as pm
from oracle.brute_force import best
from property.strategies import documents

QUICK = settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
LONG = settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
PLENTY = 1000


def reduced(doc, problem, members):
    """Return the document in which only these rules and facts are in force."""
    doc = copy.deepcopy(doc)
    for mentee in doc["mentees"]:
        keep = f"mentee_availability:{mentee['id']}" in members
        mentee["status"] = mentee.get("status", "ready") if keep else "ready"
        mentee["unacceptable"] = _kept_vetoes("mentee_veto", mentee, members)
    for mentor in doc["mentors"]:
        keep = f"mentor_availability:{mentor['id']}" in members
        mentor["status"] = mentor.get("status", "active") if keep else "active"
        mentor["unacceptable"] = _kept_vetoes("mentor_veto", mentor, members)
        capacity = problem.capacity(problem.mentor_by_id[mentor["id"]])
        mentor["max_mentees"] = capacity if f"capacity:{mentor['id']}" in members else PLENTY
        if f"min_mentees:{mentor['id']}" not in members:
            mentor["min_mentees"] = 0
        if f"max_workload:{mentor['id']}" not in members:
            mentor["max_workload"] = None
    rules = [
        {**named.rule.model_dump(mode="json"), "id": named.id} for named in problem.program.rules if named.id in members
    ]
    if "setting" not in members:
        rules.append({"kind": "eligibility", "id": "no default", "setting": "off"})
    return {**doc, "preset": "none", "rules": rules, "policy": {"tiers": []}}


def _kept_vetoes(kind, site, members):
    return [other for other in site.get("unacceptable", []) if f"{kind}:{site['id']}:{other}" in members]


def check_conflict(doc):
    """Hold the conflict of an infeasible document against the oracle."""
    for site in [*doc["mentees"], *doc["mentors"]]:
        site.pop("organization", None)
    # Nothing that a document could say would let a site on both sides be its own mentor.
    assume(not {site["id"] for site in doc["mentees"]} & {site["id"] for site in doc["mentors"]})
    problem = pm.Problem.model_validate(doc)
    result = pm.match(problem)
    assume(result.status == "infeasible")
    members = [member.rule_id for member in result.conflict.members]
    event(f"{len(members)} members")
    assert result.conflict.minimal
    assert all(member.sentence.endswith((".", ")")) for member in result.conflict.members)
    assert best(reduced(doc, problem, members)) is None
    for member in members:
        assert best(reduced(doc, problem, [other for other in members if other != member])) is not None, member


@given(doc=documents(special=False))
@QUICK
def test_conflict_is_minimal(doc):
    """Of every infeasible document, the conflict is infeasible alone, and feasible without any one member."""
    check_conflict(doc)


@pytest.mark.slow
@given(doc=documents(special=False))
@LONG
def test_conflict_is_minimal_at_length(doc):
    """The same, on many more documents."""
    check_conflict(doc)
