from unit.verification.documents import problem_of, violations

FORBID = {"kind": "forbid", "mentee": "a", "mentor": "oak"}


def test_kept_and_broken():
    """Only the named pair breaks it."""
    problem = problem_of(["a", "b"], ["oak", "elm"], rules=[FORBID])
    assert violations(problem, ("a", "elm"), ("b", "oak")) == []
    assert violations(problem, ("a", "oak"), ("b", "oak")) == [("forbid", 1, ("a", "oak"))]
