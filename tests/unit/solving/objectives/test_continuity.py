from unit.solving.answers import COVERAGE, SCORE, answer, problem, tiers

KEEP = {"name": "keep", "maximize": [{"criterion": "continuity"}]}
PREVIOUS = [{"mentee": "a", "mentor": "n"}, {"mentee": "ghost", "mentor": "m"}, {"mentee": "b", "mentor": "gone"}]


def test_earlier_pairs_are_kept():
    """A pair of the earlier answer wins over a score; ids that are gone are ignored."""
    asked = problem("ab", "mn", tiers=[COVERAGE, KEEP, SCORE], scores={"am": 99}, previous=PREVIOUS)
    assert answer(asked) == {"a": "n", "b": "m"}
    assert tiers(asked)["keep"].value == 1


def test_a_pair_that_is_no_longer_admissible():
    """An earlier pair that may not be any more is not kept, and not counted."""
    asked = problem([{"id": "a", "unacceptable": ["n"]}], "mn", tiers=[COVERAGE, KEEP], previous=PREVIOUS)
    assert answer(asked) == {"a": "m"}
    assert tiers(asked)["keep"].value == 0


def test_a_pair_that_stands_twice_counts_once():
    """Repeating an earlier pair does not make it worth more."""
    asked = problem("a", "n", tiers=[KEEP], previous=[PREVIOUS[0], PREVIOUS[0]])
    assert tiers(asked)["keep"].value == 1
