import pytest

from unit.solving.answers import answer, problem

WHOLE = {"kind": "together", "mentees": ["a", "b"]}
PARTIAL = {**WHOLE, "partial": True}
BIG = {"id": "n", "max_mentees": 2}
SCORES = {"am": 10, "bn": 1, "an": 1}


@pytest.mark.parametrize(
    ("rules", "expected"),
    [([], {"a": "m", "b": "n"}), ([WHOLE], {"a": "n", "b": "n"}), ([PARTIAL], {"a": "n", "b": "n"})],
)
def test_members_share_a_mentor(rules, expected):
    """The group goes where there is room for all, although one of them fits better elsewhere."""
    assert answer(problem("ab", ["m", BIG], rules, scores=SCORES)) == expected


def test_all_or_none():
    """Where no mentor has room for all, none is matched; a partial group sends whom it can."""
    assert answer(problem("ab", "mn", [WHOLE])) == {}
    assert answer(problem("ab", "mn", [PARTIAL], scores={"am": 2})) == {"a": "m"}


def test_others_are_free():
    """Mentees outside the group may go to the same mentor, or to another."""
    mentors = ["m", {"id": "n", "max_mentees": 3}]
    assert answer(problem("abc", mentors, [WHOLE], scores={"cn": 1})) == dict.fromkeys("abc", "n")
    assert answer(problem("abc", mentors, [WHOLE], scores={"cm": 1})) == {"a": "n", "b": "n", "c": "m"}


@pytest.mark.parametrize("status", ["hold", "withdrawn"])
def test_unavailable_member(status):
    """A member that is not available is unmatched: the others too, or where the group is partial, without it."""
    mentees = ["a", {"id": "b", "status": status}]
    assert answer(problem(mentees, [BIG], [WHOLE])) == {}
    assert answer(problem(mentees, [BIG], [PARTIAL])) == {"a": "n"}


def test_member_without_any_mentor():
    """A member that no mentor may take keeps the whole group out."""
    mentees = ["a", {"id": "b", "unacceptable": ["n"]}]
    assert answer(problem(mentees, [BIG], [WHOLE])) == {}
    assert answer(problem(mentees, [BIG], [PARTIAL])) == {"a": "n"}


def test_group_of_one():
    """A group of one binds nobody."""
    assert answer(problem("a", "m", [{"kind": "together", "mentees": ["a"]}])) == {"a": "m"}
