import pytest

from unit.solving.answers import COVERAGE, SCORE, answer, problem, tiers

REVIEW = {"criterion": "review_score"}


def reviewed(give_up, scores=(10, 9), rules=(), pairs="bm"):
    """Return one seat for two mentees: the first has the better review, the second the better pair score."""
    mentees = [{"id": name, "review_score": score} for name, score in zip("ab", scores, strict=True)]
    review = {"name": "review", "maximize": [REVIEW], **({"give_up": give_up} if give_up else {})}
    return problem(mentees, "m", rules, [review, SCORE], {pairs: 1})


@pytest.mark.parametrize(
    ("give_up", "matched"),
    [
        (None, "a"),
        ({"points": 0}, "a"),
        ({"points": 9}, "a"),
        ({"points": 10}, "b"),
        ({"percent": 9.99}, "a"),  # 9.99 of 100 tenths is rounded down to 9
        ({"percent": 10}, "b"),
        ({"percent": 100}, "b"),
    ],
)
def test_give_up(give_up, matched):
    """A later tier may take what is given up, and not a tenth more; 10 of 100 tenths make the difference."""
    asked = reviewed(give_up)
    assert "".join(answer(asked)) == matched
    review = tiers(asked)["review"]
    assert (review.best, review.bound) == (100, 100)
    assert review.value == {"a": 100, "b": 90}[matched]


@pytest.mark.parametrize(("give_up", "matched"), [({"percent": 9}, "a"), ({"percent": 10}, "b"), ({"points": 10}, "b")])
def test_give_up_of_a_negative_best(give_up, matched):
    """Percent are of the absolute best, so a tier can also be taken below a negative one."""
    asked = reviewed(give_up, scores=(-10, -11), rules=[{"kind": "selection", "min": 1}])
    assert "".join(answer(asked)) == matched
    assert tiers(asked)["review"].best == -100


def test_what_is_given_up_is_spent_once():
    """The tiers after share what one tier gives up: the value of the final answer keeps it."""
    mentees = [{"id": name, "review_score": score} for name, score in zip("abcd", (10, 10, 9, 9), strict=True)]
    review = {"name": "review", "maximize": [REVIEW], "give_up": {"points": 10}}
    first = {"name": "first", "maximize": [{"criterion": "same_value", "field": "state", "neutral": 0}]}
    mentors = [{"id": "m", "state": "MN"}, {"id": "n"}]
    mentees[2]["state"] = "MN"
    asked = problem(mentees, mentors, [], [review, first, SCORE], {"dn": 9, "an": 1})
    assert answer(asked) == {"a": "n", "c": "m"}
    assert tiers(asked)["review"].value == 190


@pytest.mark.parametrize(("score", "expected"), [(4, {"a": "n", "b": "m"}), (6, {"a": "m"})])
def test_weights_within_a_tier(score, expected):
    """Inside a tier criteria are traded by their weights: a seat is worth 5 points of score."""
    tier = {"name": "both", "maximize": [{"criterion": "coverage", "weight": 5}, {"criterion": "pair_score"}]}
    asked = problem(["a", {"id": "b", "unacceptable": ["n"]}], "mn", tiers=[tier], scores={"am": score})
    assert answer(asked) == expected
    assert tiers(asked)["both"].value == max(10, 5 + score)


def test_earlier_tiers_are_never_worsened():
    """A thousand points of score do not buy one seat less."""
    mentees = ["a", {"id": "b", "unacceptable": ["n"]}]
    asked = problem(mentees, "mn", scores={"am": 1000})
    assert answer(asked) == {"a": "n", "b": "m"}
    turned = problem(mentees, "mn", tiers=[SCORE, COVERAGE], scores={"am": 1000})
    assert answer(turned) == {"a": "m"}
