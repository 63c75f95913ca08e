import pytest

from unit.solving.answers import COVERAGE, SCORE, answer, problem, tiers


def leximin(step=1, **criterion):
    """Return a leximin tier over pair scores."""
    return {"name": "fair", "leximin": {"maximize": [{"criterion": "pair_score", **criterion}], "step": step}}


def profile(asked):
    """Return value and profile of the tier."""
    tier = tiers(asked)["fair"]
    return tier.value, tier.profile


def test_the_worst_off_comes_first():
    """3 and 4 are fairer than 5 and 1, although their sum is less."""
    asked = problem("ab", "mn", tiers=[leximin(), SCORE], scores={"am": 5, "an": 3, "bm": 4, "bn": 1})
    assert answer(asked) == {"a": "n", "b": "m"}
    assert profile(asked) == (3, (3, 4))


def test_then_the_second_worst():
    """Where the worst cannot be helped, the next one counts: (1, 5, 5) before (1, 4, 9)."""
    scores = {"am": 1, "an": 1, "ao": 1, "bn": 5, "bo": 4, "cn": 9, "co": 5}
    asked = problem("abc", "mno", tiers=[leximin(), SCORE], scores=scores)
    assert profile(asked) == (1, (1, 5, 5))
    assert answer(asked) == {"a": "m", "b": "n", "c": "o"}


def test_unmatched_is_the_worst_of_all():
    """Being unmatched is below zero points: coverage comes with fairness."""
    mentees = ["a", {"id": "b", "unacceptable": ["n"]}]
    asked = problem(mentees, "mn", tiers=[leximin()], scores={"am": 9})
    assert profile(asked) == (0, (0, 0))
    assert answer(asked) == {"a": "n", "b": "m"}


def test_unavoidably_unmatched():
    """Where one must stay out, the list begins with -1, and the value is of the worst matched."""
    asked = problem("ab", "m", tiers=[leximin()], scores={"am": 5, "bm": 7})
    assert profile(asked) == (7, (-1, 7))
    assert answer(asked) == {"b": "m"}


def test_nobody_matched():
    """With nobody matched the value is 0; sites on hold are not in the list."""
    asked = problem(["a", {"id": "b", "status": "hold"}], "", tiers=[leximin()])
    assert profile(asked) == (0, (-1,))
    assert profile(problem("", "m", tiers=[leximin()])) == (0, ())


@pytest.mark.parametrize(("step", "expected"), [(1, {"a": "n", "b": "m"}), (5, {"a": "m", "b": "n"})])
def test_step(step, expected):
    """Points within one step are one level, and the next tier decides: (6, 7) or, in steps of 5, (9, 5) as well."""
    scores = {"am": 9, "an": 6, "bm": 7, "bn": 5}
    asked = problem("ab", "mn", tiers=[leximin(step), SCORE], scores=scores)
    assert answer(asked) == expected


def test_levels_are_of_weighted_points():
    """The weight counts before the step: 2 x 7 in steps of 5 is level 2."""
    asked = problem("a", "m", tiers=[leximin(step=5, weight=2)], scores={"am": 7})
    assert profile(asked) == (2, (2,))


def test_the_whole_profile_is_kept():
    """A later tier, however rich, worsens nobody's place in the list."""
    scores = {"am": 2, "an": 1, "bm": 2, "bn": 2, "cm": 1, "cn": 9}
    rich = {"name": "rich", "maximize": [{"criterion": "pair_score", "weight": 100}]}
    mentors = [{"id": "m", "max_mentees": 2}, {"id": "n", "max_mentees": 2}]
    asked = problem("abc", mentors, tiers=[COVERAGE, leximin(), rich], scores=scores)
    assert profile(asked) == (2, (2, 2, 9))


def test_ties_are_left_to_later_tiers():
    """Who takes which of two equally fair places is not decided here."""
    first = {"name": "a", "maximize": [{"criterion": "same_value", "field": "state", "neutral": 0}]}
    for name in "ab":
        mentees = [{"id": site, "state": "MN" if site == name else None} for site in "ab"]
        mentors = [{"id": "m", "state": "MN"}, "n"]
        scores = {"am": 5, "an": 3, "bm": 5, "bn": 3}
        asked = problem(mentees, mentors, tiers=[leximin(), first], scores=scores)
        assert profile(asked) == (3, (3, 5))
        assert answer(asked)[name] == "m"
