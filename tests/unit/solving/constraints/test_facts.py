import pytest

import prssmi_match as pm
from unit.solving.answers import COVERAGE, answer, problem


@pytest.mark.parametrize(("most", "matched"), [(0, 0), (2, 2), (None, 3), (9, 4)])
def test_capacity(most, matched):
    """A mentor takes as many as it states, or where it states nothing the default of 3."""
    asked = problem("abcd", [{"id": "m", "max_mentees": most}], tiers=[COVERAGE])
    assert len(answer(asked)) == matched


def test_default_capacity_of_the_document():
    """The default capacity is the document's."""
    asked = problem("abcd", [{"id": "m", "max_mentees": None}], tiers=[COVERAGE], default_capacity=1)
    assert len(answer(asked)) == 1


def test_minimum_binds_only_for_a_used_mentor():
    """A mentor takes its minimum or nobody; it is not forced open."""
    mentors = [{"id": "m", "min_mentees": 2, "max_mentees": 3}, {"id": "n", "max_mentees": 2}]
    assert answer(problem("ab", mentors, scores={"am": 9})) == {"a": "m", "b": "m"}
    assert answer(problem("ab", mentors, scores={"am": 9, "bn": 99})) == {"a": "n", "b": "n"}
    assert answer(problem("a", mentors[:1])) == {}


def test_minimum_above_the_capacity_that_is_assumed():
    """A minimum that the assumed capacity does not reach leaves the mentor unused."""
    mentors = [{"id": "m", "min_mentees": 4, "max_mentees": None}]
    assert answer(problem("abcd", mentors)) == {}


def test_workload():
    """Workloads add up to the limit, which they may reach; a pair's own workload replaces the mentee's."""
    mentees = [{"id": "a", "workload": 3}, {"id": "b", "workload": 2}, "c", {"id": "d", "workload": 0}]
    mentors = [{"id": "m", "max_mentees": 9, "max_workload": 3}]
    assert answer(problem(mentees, mentors)) == dict.fromkeys("bcd", "m")
    pairs = [{"mentee": "a", "mentor": "m", "workload": 0}]
    assert answer(problem(mentees, mentors, pairs=pairs)) == dict.fromkeys("abcd", "m")


def test_workload_of_none():
    """A mentor that takes no workload takes only mentees that are none."""
    mentees, mentors = ["a", {"id": "b", "workload": 0}], [{"id": "m", "max_mentees": 9, "max_workload": 0}]
    assert answer(problem(mentees, mentors)) == {"b": "m"}


def test_huge_workloads_stay_exact():
    """Workloads at the largest value a field takes do not overflow: a thousand million and one is too much."""
    most = 10**9
    mentees = [{"id": "a", "workload": most}, "b"]
    mentors = [{"id": "m", "max_mentees": 9, "max_workload": most}]
    assert answer(problem(mentees, mentors, scores={"am": 1})) == {"a": "m"}


def test_vetoes_and_organizations():
    """A veto of either side and one organization leave a mentee out rather than break the fact."""
    mentees = [{"id": "a", "unacceptable": ["m"]}, "b", {"id": "c", "organization": "Sheriff"}]
    mentors = [{"id": "m", "max_mentees": 9, "unacceptable": ["b"], "organization": " sheriff"}]
    assert answer(problem(mentees, mentors)) == {}


def test_nobody_there():
    """A cohort without mentees, mentors or both is answered: nobody is matched."""
    assert answer(problem("", "")) == answer(problem("a", "")) == answer(problem("", "m")) == {}
    assert pm.match(problem("a", "")).matching.unmatched == ("a",)
