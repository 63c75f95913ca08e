from unit.solving.answers import COVERAGE, SCORE, answer, problem, tiers

TURN = {"name": "turn", "maximize": [{"criterion": "past_disappointment"}]}
SERVED = {"round": 2, "mentee": "a", "mentor": "gone", "outcome": "completed", "satisfaction": 3}


def test_who_was_left_out_comes_in_before_a_score():
    """Where one place is left, it goes to the mentee that the last round left out."""
    history = [SERVED, {"round": 2, "mentee": "b"}]
    asked = problem("ab", "m", tiers=[COVERAGE, TURN, SCORE], scores={"am": 99}, history=history)
    assert answer(asked) == {"b": "m"}
    assert tiers(asked)["turn"].value == 1


def test_only_the_last_round_counts():
    """Who was left out earlier, but served since, has no claim; nor has anybody without a history."""
    history = [SERVED, {"round": 1, "mentee": "a"}, {"round": 1, "mentee": "b"}]
    asked = problem("ab", "m", tiers=[COVERAGE, TURN, SCORE], scores={"am": 99}, history=history)
    assert answer(asked) == {"a": "m"}
    assert tiers(asked)["turn"].value == 0


def test_before_coverage():
    """Asked alone, it matches nobody more than the disappointed need; sites that are gone are ignored."""
    history = [{"round": 2, "mentee": "ghost"}, {**SERVED, "satisfaction": 2}]
    asked = problem("ab", "mn", tiers=[TURN], history=history)
    assert "a" in answer(asked)
    assert tiers(asked)["turn"].value == 1
