from unit.solving.answers import answer, problem

APART = {"kind": "apart", "mentees": ["a", "b", "c"]}
BIG = {"id": "m", "max_mentees": 5}


def test_no_two_share():
    """Members go to different mentors, although all fit best at one."""
    scores = {"am": 9, "bm": 8, "bn": 1}
    assert answer(problem("ab", [BIG, "n"], scores=scores)) == {"a": "m", "b": "m"}
    assert answer(problem("ab", [BIG, "n"], [{**APART, "mentees": ["a", "b"]}], scores=scores)) == {"a": "m", "b": "n"}


def test_more_members_than_mentors():
    """A member that has nowhere to go alone stays out."""
    scores = {"am": 9, "bm": 8, "cm": 7, "an": 1, "bn": 3, "cn": 1}
    assert answer(problem("abc", [BIG, BIG | {"id": "n"}], [APART], scores=scores)) == {"a": "m", "b": "n"}


def test_others_may_share():
    """Who is not a member may share a mentor with one."""
    asked = problem("abcd", [BIG], [APART], scores={"am": 2})
    assert answer(asked) == {"a": "m", "d": "m"}


def test_member_that_is_not_available():
    """A member on hold is nowhere, so it is apart from everybody."""
    assert answer(problem(["a", {"id": "b", "status": "hold"}, "c"], [BIG], [APART], scores={"am": 1})) == {"a": "m"}
