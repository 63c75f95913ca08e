import pytest

from unit.verification.documents import problem_of, sentences, violations

SITES = (["a", "b", "c", {"id": "away", "status": "hold"}], ["oak", "elm"])


def rule(*mentees, partial=False):
    """Return a together rule."""
    return {"kind": "together", "mentees": list(mentees), "partial": partial}


@pytest.mark.parametrize("pairs", [[], [("a", "oak"), ("b", "oak"), ("c", "oak")]])
def test_kept(pairs):
    """All share one mentor, or none is matched."""
    assert violations(problem_of(*SITES, rules=[rule("c", "a", "b")]), *pairs) == []


@pytest.mark.parametrize(
    ("pairs", "amount"),
    [
        ([("a", "oak")], 1),
        ([("a", "oak"), ("b", "oak")], 1),
        ([("a", "oak"), ("b", "oak"), ("c", "elm")], 1),
        ([("a", "oak"), ("b", "elm")], 2),
    ],
)
def test_broken(pairs, amount):
    """The amount is how many mentees would have to change at least, the witnesses are all of them."""
    problem = problem_of(*SITES, rules=[rule("c", "a", "b")])
    assert violations(problem, *pairs) == [("together", amount, ("a", "b", "c"))]


def test_partial():
    """Those that are matched share a mentor; the unmatched do not matter and are no witnesses."""
    problem = problem_of(*SITES, rules=[rule("a", "b", "c", partial=True)])
    assert violations(problem, ("a", "oak")) == violations(problem, ("a", "oak"), ("b", "oak")) == []
    assert violations(problem, ("a", "oak"), ("b", "elm")) == [("together", 1, ("a", "b"))]


def test_member_that_is_not_available():
    """It counts as unmatched: the others cannot be matched, unless the rule is partial."""
    pair = ("a", "oak")
    assert violations(problem_of(*SITES, rules=[rule("a", "away")]), pair) == [("together", 1, ("a", "away"))]
    assert violations(problem_of(*SITES, rules=[rule("a", "away", partial=True)]), pair) == []


def test_sentence():
    """The sentence tells who is where."""
    problem = problem_of(*SITES, rules=[rule("a", "b", "c")])
    assert sentences(problem, ("a", "oak"), ("b", "elm")) == [
        "a, b and c must share one mentor, but the answer has b with elm, a with oak and c unmatched."
    ]
