import pytest

from unit.verification.documents import problem_of, sentences, violations

MENTEES = [
    {"id": "a", "settings": ["diversion", "child_welfare"], "state": "OH", "locale": "rural", "stage": "new"},
    {"id": "b", "settings": ["diversion"], "state": "oh", "locale": "urban", "attributes": {"grantee": "yes"}},
    {"id": "c", "state": " ", "attributes": {"grantee": ""}},
]
MENTORS = ["oak", "elm"]
ALL = (("a", "oak"), ("b", "oak"), ("c", "elm"))


@pytest.mark.parametrize(
    ("where", "count"),
    [
        ({}, 3),
        ({"settings": "diversion"}, 2),
        ({"settings": "diversion", "locale": "rural"}, 1),
        ({"state": "OH"}, 1),
        ({"stage": "new"}, 1),
        ({"stage": "early"}, 0),
        ({"attributes.grantee": "yes"}, 1),
        ({"attributes.other": "yes"}, 0),
    ],
)
def test_who_counts(where, count):
    """A mentee counts where all its named fields have, or contain, the value, compared exactly; unknown never does."""
    quota = {"kind": "quota", "where": where}
    assert violations(problem_of(MENTEES, MENTORS, rules=[{**quota, "min": count, "max": count}]), *ALL) == []
    asked = problem_of(MENTEES, MENTORS, rules=[{**quota, "min": count + 4}])
    assert [amount for _, amount, _ in violations(asked, *ALL)] == [4]


def test_maximum_in_the_cohort():
    """The witnesses are the mentees that count."""
    problem = problem_of(MENTEES, MENTORS, rules=[{"kind": "quota", "where": {"settings": "diversion"}, "max": 0}])
    assert violations(problem, *ALL) == [("quota", 2, ("a", "b"))]
    assert sentences(problem, *ALL) == ["2 mentees with settings diversion are matched; at most 0 may be."]


def test_per_mentor_binds_used_mentors():
    """Each used mentor is held by itself and is the first witness; an unused one is not held."""
    rule = {"kind": "quota", "where": {"settings": "diversion"}, "min": 1, "max": 1, "per": "mentor"}
    problem = problem_of(MENTEES, [*MENTORS, "ash"], rules=[rule])
    assert violations(problem, *ALL) == [("quota", 1, ("elm",)), ("quota", 1, ("oak", "a", "b"))]
    assert violations(problem, ("a", "oak"), ("b", "elm"), ("c", "elm")) == []
    assert "at elm" in sentences(problem, *ALL)[0]
