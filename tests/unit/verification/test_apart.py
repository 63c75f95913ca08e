from unit.verification.documents import problem_of, violations

APART = {"kind": "apart", "mentees": ["c", "b", "a"]}


def test_kept():
    """Different mentors, or none, keep the mentees apart; others may join."""
    problem = problem_of(["a", "b", "c", "d"], ["oak", "elm"], rules=[APART])
    assert violations(problem, ("a", "oak"), ("b", "elm"), ("d", "elm")) == []


def test_broken():
    """Each shared mentor is a violation; the amount is how many mentees are too many there."""
    problem = problem_of(["a", "b", "c", "d"], ["oak"], rules=[APART], default_capacity=4)
    pairs = [(mentee, "oak") for mentee in "abcd"]
    assert violations(problem, *pairs) == [("apart", 2, ("a", "b", "c", "oak"))]
