from unit.verification.documents import problem_of, sentences, violations

SITES = (["a", "b", "c"], ["oak", "elm", "ash"])
SPREAD = (("a", "oak"), ("b", "elm"), ("c", "ash"))


def test_bounds():
    """The number of used mentors is held inclusively; the amount is how far outside it is."""
    problem = problem_of(*SITES, rules=[{"kind": "opening", "min": 2, "max": 2}])
    assert violations(problem, *SPREAD[:2]) == []
    assert violations(problem, *SPREAD) == [("opening", 1, ("ash", "elm", "oak"))]
    assert violations(problem) == [("opening", 2, ())]
    assert sentences(problem, SPREAD[0]) == ["1 mentor is used; at least 2 must be."]


def test_must_open():
    """Each mentor that must be used and is not is a violation of its own."""
    problem = problem_of(*SITES, rules=[{"kind": "opening", "must_open": ["oak", "elm"]}])
    assert violations(problem, *SPREAD) == []
    assert violations(problem, ("a", "ash")) == [("opening", 1, ("elm",)), ("opening", 1, ("oak",))]
