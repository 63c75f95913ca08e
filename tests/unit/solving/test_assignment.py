from prssmi_match.compatibility import assess
from prssmi_match.solving.assignment import UNMATCHED, Assignment
from unit.solving.answers import problem

# Pairs by position: a with m, a with n, b with m, b with n, c with m, c with n.
COMPATIBILITY = assess(problem(["c", {"id": "b", "status": "provisional"}, "a"], "nm"))


def test_positions_become_loads_and_mentors():
    """The chosen pairs tell each mentee's mentor and each mentor's load."""
    assignment = Assignment(COMPATIBILITY, [5, 1])
    assert assignment.chosen == (1, 5)
    assert assignment.mentor_of == (1, UNMATCHED, 1)
    assert assignment.loads == (0, 2)
    assert assignment.mentees_of(1) == [0, 2]
    assert assignment.mentees_of(0) == []


def test_matching():
    """Positions become ids, with their marks, and who is left is named."""
    matching = Assignment(COMPATIBILITY, [1, 2]).to_matching([("locale_fit",), ()])
    assert [(pair.mentee, pair.mentor) for pair in matching.pairs] == [("a", "n"), ("b", "m")]
    assert [pair.assumed for pair in matching.pairs] == [("locale_fit",), ()]
    assert [pair.provisional for pair in matching.pairs] == [False, True]
    assert matching.unmatched == ("c",)
