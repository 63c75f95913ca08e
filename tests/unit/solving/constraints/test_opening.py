import pytest

from unit.solving.answers import answer, problem

BIG = {"max_mentees": 5}
MENTORS = [{"id": mentor, **BIG} for mentor in "mno"]
SCORES = {"am": 9, "bn": 5, "cn": 1, "co": 4}


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        ({}, {"a": "m", "b": "n", "c": "o"}),
        ({"max": 2}, {"a": "m", "b": "n", "c": "n"}),
        ({"max": 1}, {"a": "m", "b": "m", "c": "m"}),
        ({"max": 0}, {}),
        ({"min": 3}, {"a": "m", "b": "n", "c": "o"}),
        ({"min": 4}, None),
        ({"max": 1, "must_open": ["n"]}, {"a": "n", "b": "n", "c": "n"}),
        ({"max": 1, "must_open": ["n", "o"]}, None),
    ],
)
def test_number_of_used_mentors(bounds, expected):
    """A mentor is used where it has a mentee; how many are, and which must be, is kept."""
    assert answer(problem("abc", MENTORS, [{"kind": "opening", **bounds}], scores=SCORES)) == expected


def test_minimum_spreads_the_mentees():
    """A minimum opens a mentor that nobody would go to."""
    scores = {"am": 9, "bm": 9, "bn": 1, "an": 2}
    asked = problem("ab", MENTORS[:2], [{"kind": "opening", "min": 2}], scores=scores)
    assert answer(asked) == {"a": "n", "b": "m"}


def test_must_open_a_mentor_that_has_withdrawn():
    """A mentor that has withdrawn cannot be used."""
    mentors = ["m", {"id": "n", "status": "withdrawn"}]
    assert answer(problem("a", mentors, [{"kind": "opening", "must_open": ["n"]}])) is None


def test_several_rules_all_hold():
    """Two rules of a kind both bind."""
    rules = [{"kind": "opening", "max": 2}, {"kind": "opening", "max": 1}]
    assert len(set(answer(problem("abc", MENTORS, rules, scores=SCORES)).values())) == 1
