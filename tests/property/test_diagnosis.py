"""Diagnoses against the oracle: each conflict is one, none is missing where they are said to be all, repairs work."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import HealthCheck, assume, event, given, settings

import prssmi_match as pm
from oracle.brute_force import best
from property.strategies import documents
from property.test_conflicts import reduced
from prssmi_match.solving import Budget
from prssmi_match.solving.cpsat import GuardedFormulation

HEALTH = [HealthCheck.too_slow, HealthCheck.filter_too_much]
QUICK = settings(max_examples=15, suppress_health_check=HEALTH)
LONG = settings(max_examples=150, suppress_health_check=HEALTH)
FEW = 9


def check_conflicts(doc):
    """Hold each conflict of an infeasible document against the oracle, and all of them against every small set."""
    for site in [*doc["mentees"], *doc["mentors"]]:
        site.pop("organization", None)
    assume(not {site["id"] for site in doc["mentees"]} & {site["id"] for site in doc["mentors"]})
    problem = pm.Problem.model_validate(doc)
    found = pm.diagnose(problem)
    assume(found.feasible is False)
    sets = [frozenset(member.rule_id for member in conflict.members) for conflict in found.conflicts]
    event(f"{len(sets)} conflicts")
    assert found.conflict == found.conflicts[0]
    assert [len(each) for each in sets] == sorted(map(len, sets))
    assert not any(one < other for one in sets for other in sets)
    assert len(set(sets)) == len(sets)
    for members in sets:
        assert best(reduced(doc, problem, list(members))) is None
        for member in members:
            assert best(reduced(doc, problem, [other for other in members if other != member])) is not None
    if found.conflicts_complete:
        check_complete(problem, sets)


def check_complete(problem, sets):
    """No small set of rules and facts is a minimal conflict that was not found."""
    rules = GuardedFormulation(problem)
    assume(len(rules.facts) <= FEW)
    broken = []
    for size in range(len(rules.facts) + 1):
        for chosen in combinations(rules.facts, size):
            members = frozenset(fact.id for fact in chosen)
            if not any(known <= members for known in broken) and rules.is_feasible(chosen, Budget()) is False:
                broken.append(members)
    assert set(broken) == set(sets)


def check_feasible(doc):
    """A document is diagnosed as the oracle finds it: feasible with warnings in words, or with a conflict."""
    problem = pm.Problem.model_validate(doc)
    found = pm.diagnose(problem)
    assert found.feasible == (best(doc) is not None)
    assert bool(found.conflicts) == (not found.feasible)
    assert all(warning.sentence.endswith((".", ")")) for warning in found.warnings)
    if found.feasible:
        assert (found.conflict, found.repairs) == (None, ())
    for repair in found.repairs:
        assert pm.match(repair.apply(problem)).status != "infeasible"


@given(doc=documents())
@QUICK
def test_a_diagnosis_is_what_the_oracle_finds(doc):
    """Feasible or not, and each repair of the menu makes it feasible."""
    check_feasible(doc)


@given(doc=documents(special=False))
@QUICK
def test_conflicts_are_minimal_and_all_there(doc):
    """Each conflict is infeasible, and feasible without any member; where they are said to be all, none is missing."""
    check_conflicts(doc)


@pytest.mark.slow
@pytest.mark.parametrize("check", [check_feasible, check_conflicts])
@given(doc=documents(special=False))
@LONG
def test_diagnoses_at_length(check, doc):
    """The same, on many more documents."""
    check(doc)
