import numpy as np

from prssmi_match.compatibility.grid import REFUSED, ScoredGrid
from prssmi_match.problem.criteria import MenteePreference, PairScore
from unit.verification.documents import problem_of

MENTEES = [{"id": "a", "preferences": [["m"]], "unacceptable": ["n"]}, "b", {"id": "c", "status": "withdrawn"}]


def test_points_wait_for_the_mean_of_all_pairs():
    """A mentee that lists nobody takes the mean of 1000 and 0, which is known when all were surveyed."""
    problem = problem_of(MENTEES, ["m", "n", "o"], pairs=[{"mentee": "b", "mentor": "n", "score": 7}])
    grid = ScoredGrid(problem, [MenteePreference(weight=3), PairScore()])
    assert grid.survey(np.array([1])).tolist() == [[0, 7, 0]]
    assert grid.survey(np.array([0])).tolist() == [[3000, REFUSED, 0]]
    assert grid.later(np.array([0, 1])).tolist() == [0, 1500]
    assert grid.points(np.array([0, 1])).tolist() == [[3000, REFUSED, 0], [1500, 1507, 1500]]


def test_a_stated_neutral_waits_for_nothing():
    """Where the criterion says what an unknown counts, that is added at once."""
    grid = ScoredGrid(problem_of(["a", "b"], ["m"]), [MenteePreference(neutral=120)])
    assert grid.survey(np.array([0, 1])).tolist() == [[120], [120]]
    assert grid.later(np.array([0, 1])).tolist() == [0, 0]
