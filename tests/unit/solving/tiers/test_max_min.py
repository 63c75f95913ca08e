import pytest

from unit.solving.answers import COVERAGE, SCORE, answer, problem, tiers

WORST = {"name": "worst", "max_min": {"maximize": [{"criterion": "pair_score", "weight": 2}]}}
SCORES = {"am": 5, "an": 3, "bm": 4, "bn": 1}


def test_with_coverage_before_it():
    """Of the two full answers, the one whose worst has 3 points wins; the weight doubles them."""
    asked = problem("ab", "mn", tiers=[COVERAGE, WORST], scores=SCORES)
    assert answer(asked) == {"a": "n", "b": "m"}
    assert tiers(asked)["worst"].value == 6
    assert tiers(asked)["worst"].profile is None


def test_without_coverage():
    """Asked first, it matches only who is best off; a later coverage tier cannot take that back."""
    asked = problem("ab", "mn", tiers=[WORST, COVERAGE], scores=SCORES)
    assert answer(asked) == {"a": "m"}
    assert tiers(asked)["worst"].value == 10


@pytest.mark.parametrize("scores", [{}, {"am": 0}])
def test_nothing_to_gain(scores):
    """With no points at all, or nobody matched, the value is 0, and later tiers are free."""
    asked = problem("ab", "mn", tiers=[WORST, COVERAGE], scores=scores)
    assert tiers(asked)["worst"].value == 0
    assert len(answer(asked)) == 2
    assert tiers(problem("a", "", tiers=[WORST]))["worst"].value == 0


def test_only_the_worst_counts():
    """Beyond the worst, later tiers are free: the score goes to b, not to the fairer share."""
    scores = {"am": 2, "bn": 9, "cn": 4, "co": 3, "bo": 5}
    asked = problem("abc", "mno", tiers=[COVERAGE, WORST, SCORE], scores=scores)
    assert answer(asked) == {"a": "m", "b": "n", "c": "o"}
    assert tiers(asked)["worst"].value == 4
