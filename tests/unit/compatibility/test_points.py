import pytest

from unit.compatibility.grids import columns

# A mentor that lists nobody leaves mentor_preference unknown: here for every pair of the mentor "zed".
FIRST, SECOND = {"id": "m", "preferences": [["a"]]}, {"id": "n", "preferences": [["b"], ["a"]]}
PREFERENCE = {"criterion": "mentor_preference", "rank_points": [3, 2]}


def test_unknown_is_the_mean_of_the_mentees_known_points():
    """Of a's mentors one gives 3, one 2, so the third counts 2.5, rounded up; of b's, 0 and 3 give 1.5, rounded up."""
    points, assumed = columns(PREFERENCE, ["a", "b"], [FIRST, SECOND, "zed"])
    assert points == {
        ("a", "m"): 3,
        ("a", "n"): 2,
        ("a", "zed"): 3,
        ("b", "m"): 0,
        ("b", "n"): 3,
        ("b", "zed"): 2,
    }
    assert assumed == {("a", "zed"), ("b", "zed")}


def test_only_admissible_pairs_count():
    """A mentor that the mentee vetoes does not take part in its mean."""
    points, _ = columns(PREFERENCE, [{"id": "a", "unacceptable": ["m"]}, "b"], [FIRST, SECOND, "zed"])
    assert points["a", "zed"] == 2


def test_only_available_mentors_count():
    """A mentor that has withdrawn does not take part in a mean."""
    points, _ = columns(PREFERENCE, ["a", "b"], [{**FIRST, "status": "withdrawn"}, SECOND, "zed"])
    assert points["a", "zed"] == 2


def test_mean_of_all_pairs_where_nothing_of_the_mentee_is_known():
    """A mentee that lists nobody takes the mean over all admissible pairs: 1000, 0 and 0 give 333."""
    mentees = [{"id": "a", "preferences": [["m"]]}, "b"]
    points, assumed = columns({"criterion": "mentee_preference"}, mentees, ["m", "n", "o"])
    assert {points["b", mentor] for mentor in "mno"} == {333}
    assert assumed == {("b", mentor) for mentor in "mno"}


def test_mean_of_all_pairs_counts_admissible_ones_only():
    """A known pair that is not admissible leaves the mean over all pairs alone: 900 and 0 give 450, not 300."""
    mentees = [{"id": "a", "preferences": [["m"]], "unacceptable": ["o"]}, "b"]
    points, _ = columns({"criterion": "mentee_preference", "rank_points": [900]}, mentees, ["m", "n", "o"])
    assert points["b", "m"] == 450


def test_500_where_nothing_is_known():
    """Where no pair at all is known, all count 500."""
    points, assumed = columns({"criterion": "setting_fit"}, ["a"], ["m"])
    assert points == {("a", "m"): 500}
    assert assumed == {("a", "m")}


@pytest.mark.parametrize("neutral", [0, 120, 1000])
def test_neutral_is_used_where_it_is_stated(neutral):
    """A stated neutral replaces every mean, 0 included; the pair is still marked."""
    points, assumed = columns({**PREFERENCE, "neutral": neutral}, ["a", "b"], [FIRST, SECOND, "zed"])
    assert points["a", "zed"] == points["b", "zed"] == neutral
    assert points["a", "m"] == 3
    assert assumed == {("a", "zed"), ("b", "zed")}


def test_known_zero_is_not_unknown():
    """A mentee that lists others gives an unlisted mentor 0 points, and nothing is assumed."""
    points, assumed = columns({"criterion": "mentee_preference"}, [{"id": "a", "preferences": [["m"]]}], ["m", "n"])
    assert points["a", "n"] == 0
    assert assumed == set()
