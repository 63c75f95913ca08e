import pytest

from prssmi_match.explanation import find_cautions
from unit.verification.documents import problem_of

COVERAGE = {"name": "seats", "maximize": [{"criterion": "coverage"}]}
SCORE = [{"criterion": "pair_score"}]
FLAT = {"name": "flat", "maximize": [{"criterion": "setting_fit"}]}
PAIRS = [{"mentee": "a", "mentor": "m", "score": 5}]


def codes(*tiers, mentees=("a", "b"), mentors=("m",), pairs=PAIRS):
    """Return the codes of the warnings about tiers."""
    return [caution.code for caution in find_cautions(problem_of(mentees, mentors, tiers=tiers, pairs=pairs))]


@pytest.mark.parametrize(
    ("tier", "needs"),
    [
        ({"name": "kind", "generous": {}}, True),
        ({"name": "worst", "max_min": {"maximize": SCORE}}, True),
        ({"name": "fair", "leximin": {"maximize": SCORE}}, False),
        ({"name": "ranks", "rank_maximal": {}}, False),
    ],
)
def test_coverage_before_tiers_that_look_at_the_matched_only(tier, needs):
    """A tier that can look better by leaving sites out wants a coverage tier before it, not after it."""
    assert ("no_coverage_before" in codes(tier, COVERAGE)) == needs
    assert "no_coverage_before" not in codes(COVERAGE, tier)


def test_a_tier_that_was_settled_before():
    """The same aim a second time is idle, unless the first one gives something up."""
    first, again = ({"name": name, "maximize": SCORE} for name in ("score", "again"))
    assert codes(first, again) == ["idle_tier"]
    assert codes({**first, "give_up": {"points": 2}}, again) == []
    assert codes(first, {**again, "maximize": [*SCORE, {"criterion": "coverage"}]}) == []


def test_a_tier_in_which_all_pairs_are_alike():
    """Where nothing is known of settings all pairs have 500 points: idle once the number matched is settled."""
    assert codes(COVERAGE, FLAT) == ["idle_tier"]
    assert codes(FLAT) == []
    assert codes({"name": "score", "maximize": SCORE}, pairs=[]) == ["idle_tier"]


def test_coverage_that_settles_nothing():
    """Coverage minus mentors is 0 with and without the pair, so the flat tier after it decides, and is not idle."""
    both = {"name": "both", "maximize": [{"criterion": "coverage"}, {"criterion": "few_mentors"}]}
    assert codes(both, FLAT, mentees=["a"]) == []


def test_short_lists():
    """Where unlisted mentors count as the worst, sites that list less than half of what others do are named."""
    mentees = [{"id": "a", "name": "Pine", "preferences": [["m"]]}, {"id": "b", "preferences": [["m"], ["n"], ["o"]]}]
    tiers = [COVERAGE, {"name": "kind", "generous": {}}]
    (caution,) = find_cautions(problem_of([*mentees, "c"], "mno", tiers=tiers))
    assert (caution.code, caution.sites) == ("truncation_pays", ("a",))
    assert "Pine list less than half of what others do (up to 3)" in caution.sentence
    assert find_cautions(problem_of([*mentees, "c"], "mno", tiers=[COVERAGE])) == ()
