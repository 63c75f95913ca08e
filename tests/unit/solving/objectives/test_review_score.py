import pytest

from unit.solving.answers import answer, problem, tiers

REVIEW = [{"name": "review", "maximize": [{"criterion": "review_score"}]}]


@pytest.mark.parametrize(
    ("scores", "matched", "value"),
    [
        ([8.04, 8.05], "b", 81),  # tenths: 80 and 81
        ([9, None, 8.9], "a", 90),
        ([8, None, 8.2], "c", 82),
        ([-3, -1], "", 0),
        ([None, None], None, 0),
    ],
)
def test_best_reviewed(scores, matched, value):
    """The seat goes to the best score in tenths; below 0 nobody is matched; an unknown one is the mean."""
    mentees = [{"id": name, "review_score": score} for name, score in zip("abc", scores, strict=False)]
    asked = problem(mentees, "m", tiers=REVIEW)
    assert tiers(asked)["review"].value == value
    if matched is not None:
        assert "".join(answer(asked)) == matched
