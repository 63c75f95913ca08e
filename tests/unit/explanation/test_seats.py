import pytest

import prssmi_match as pm
from prssmi_match.explanation.seats import find_seats_given_up
from prssmi_match.solution.seats import SeatsGivenUp
from prssmi_match.solving import Budget
from unit.solving.answers import SCORE, problem


def one_seat(points):
    """Return the answer for one seat: a has the better review by 10 tenths, b the better score."""
    mentees = [{"id": "a", "review_score": 10}, {"id": "b", "review_score": 9}]
    review = {"name": "review", "maximize": [{"criterion": "review_score"}], "give_up": {"points": points}}
    return pm.match(problem(mentees, "m", tiers=[review, SCORE], scores={"bm": 1}))


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        (9, SeatsGivenUp()),
        (10, SeatsGivenUp(tiers=("review",), gained=("b",), lost=("a",))),
    ],
)
def test_whose_seat_it_was(points, expected):
    """Who is in, and who is out, only because a tier gave something up is named."""
    assert find_seats_given_up(one_seat(points), Budget()) == expected


def test_out_of_time():
    """Without time to solve again, that is said; where nothing was given up, nothing has to be solved."""
    assert find_seats_given_up(one_seat(10), Budget(time_limit=0)) == SeatsGivenUp(tiers=("review",), known=False)
    assert find_seats_given_up(one_seat(9), Budget(time_limit=0)).known


def test_the_same_mentees_elsewhere():
    """Where the give-up only moved mentees to other mentors, no seat turned on it."""
    score = {**SCORE, "give_up": {"points": 5}}
    near = {"name": "near", "maximize": [{"criterion": "same_value", "field": "state", "neutral": 0}]}
    mentees, mentors = [{"id": "a", "state": "MN"}, "b"], ["m", {"id": "n", "state": "MN"}]
    result = pm.match(problem(mentees, mentors, tiers=[score, near], scores={"am": 5, "bn": 5, "an": 5}))
    assert result.matching.mentor_of("a") == "n"
    assert find_seats_given_up(result, Budget()).tiers == ("score",)
    assert find_seats_given_up(result, Budget()).gained == ()
