import pytest
from pydantic import ValidationError

from prssmi_match.solution.matching import Matching, Pair


def test_pairs_may_be_tuples_lists_or_pairs():
    """A matching by hand takes any of the spellings, and dictionaries from JSON."""
    spellings = [("a", "m"), ["a", "m"], Pair(mentee="a", mentor="m"), {"mentee": "a", "mentor": "m"}]
    assert len({Matching(pairs=[pair]).pairs for pair in spellings}) == 1


def test_pairs_are_sorted_by_mentee():
    """The order in which pairs are given is forgotten."""
    matching = Matching(pairs=[("b", "m"), ("a", "n"), ("a", "m")])
    assert [pair.key for pair in matching.pairs] == [("a", "m"), ("a", "n"), ("b", "m")]


def test_look_ups():
    """Mentors and mentees are found from each other; who is not there has none."""
    matching = Matching(pairs=[("b", "m"), ("a", "m"), ("c", "n")])
    assert matching.mentees_of("m") == ("a", "b")
    assert matching.mentor_of("c") == "n"
    assert matching.mentees_of("ghost") == ()
    assert matching.mentor_of("ghost") is None


def test_a_wrong_matching_can_be_written_down():
    """A mentee with two mentors is a matching too; it is the verifier's to refuse it."""
    matching = Matching(pairs=[("a", "n"), ("a", "m")])
    assert matching.mentor_of("a") == "m"
    assert len(matching.pairs) == 2


@pytest.mark.parametrize("pair", [("a",), ("a", "m", "x"), "am", 3])
def test_what_is_no_pair_is_refused(pair):
    """A pair has two sites."""
    with pytest.raises(ValidationError):
        Matching(pairs=[pair])


def test_matching_is_frozen():
    """An answer cannot be changed."""
    with pytest.raises(ValidationError, match="frozen"):
        Matching().pairs = ()


def test_equal_matchings_are_equal_after_look_ups():
    """What was looked up does not tell two equal matchings apart."""
    first, second = Matching(pairs=[("a", "m")]), Matching(pairs=[("a", "m")])
    first.mentor_of("a")
    assert first == second
