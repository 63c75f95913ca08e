from unit.verification.documents import problem_of, violations

SITES = (["a", "b", "c"], ["oak"])
ALL = (("a", "oak"), ("b", "oak"), ("c", "oak"))


def test_bounds():
    """The number of matched mentees is held inclusively; the amount is how far outside it is."""
    problem = problem_of(*SITES, rules=[{"kind": "selection", "min": 1, "max": 1}])
    assert violations(problem, ALL[0]) == []
    assert violations(problem, *ALL) == [("selection", 2, ("a", "b", "c"))]
    assert violations(problem) == [("selection", 1, ())]


def test_mentee_with_two_mentors_is_selected_once():
    """Matched mentees are counted, not pairs."""
    problem = problem_of(["a"], ["oak", "elm"], rules=[{"kind": "selection", "max": 1}])
    assert [rule for rule, *_ in violations(problem, ("a", "oak"), ("a", "elm"))] == ["one_mentor"]


def test_must_match():
    """Each mentee that must be matched and is not is a violation of its own."""
    problem = problem_of(*SITES, rules=[{"kind": "selection", "must_match": ["c", "b"]}])
    assert violations(problem, *ALL) == []
    assert violations(problem, ALL[1]) == [("selection", 1, ("c",))]
