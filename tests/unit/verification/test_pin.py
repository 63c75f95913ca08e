from unit.verification.documents import problem_of, sentences, violations

PIN = {"kind": "pin", "mentee": "a", "mentor": "oak"}


def test_kept():
    """The pair is in the answer."""
    assert violations(problem_of(["a"], ["oak"], rules=[PIN]), ("a", "oak")) == []


def test_broken():
    """Another mentor, or none, breaks the pin, and the sentence tells which."""
    problem = problem_of(["a"], ["oak", "elm"], rules=[PIN])
    assert violations(problem) == violations(problem, ("a", "elm")) == [("pin", 1, ("a", "oak"))]
    assert sentences(problem) == ["a must be paired with oak, but is unmatched."]
    assert sentences(problem, ("a", "elm")) == ["a must be paired with oak, but has elm."]
