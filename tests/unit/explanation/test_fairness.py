import pytest

import prssmi_match as pm
from prssmi_match.explanation.fairness import gini, measure_fairness
from prssmi_match.solution.fairness import FitSpread, GroupShare, LoadSpread, RankCounts
from unit.verification.documents import problem_of

SCORE = {"name": "score", "maximize": [{"criterion": "coverage"}, {"criterion": "pair_score", "weight": 2}]}
MENTEES = [
    {"id": "a", "preferences": [["m"], ["n"]], "settings": ["diversion", "child_welfare"], "state": "MN"},
    {"id": "b", "preferences": [["n"], ["o"], ["m"]], "settings": ["diversion"]},
    {"id": "c", "preferences": [["n"]], "state": "MN"},
    {"id": "d"},
    {"id": "h", "status": "hold", "state": "OH"},
]
MENTORS = [
    {"id": "m", "max_mentees": 4, "preferences": [["b"], ["a"]]},
    {"id": "n", "max_mentees": 3},
    {"id": "o"},
    {"id": "w", "status": "withdrawn"},
]
PAIRS = [("a", "m"), ("b", "m"), ("c", "m"), ("d", "n")]
SCORES = {"a": 1, "b": 2, "c": 4, "d": 1}


def measured(*pairs, tiers=(SCORE,)):
    """Return the measures of a matching."""
    rows = [{"mentee": mentee, "mentor": mentor, "score": SCORES[mentee]} for mentee, mentor in PAIRS]
    problem, matching = problem_of(MENTEES, MENTORS, tiers=tiers, pairs=rows), pm.Matching(pairs=pairs)
    return measure_fairness(problem, matching, pm.evaluate(problem, matching))


def test_ranks():
    """Each side's pairs are counted by its own groups; unlisted and nothing stated are told apart."""
    found = measured(*PAIRS)
    assert found.mentee_ranks == RankCounts(by_group=(1, 0, 1), unlisted=1, not_stated=1)
    assert found.mentor_ranks == RankCounts(by_group=(1, 1), unlisted=1, not_stated=1)


def test_fit():
    """Twice the scores 1, 1, 2, 4 have the median 3; their differences sum to 40 of 2 x 16 x 4."""
    assert measured(*PAIRS).fit == FitSpread(tier="score", count=4, worst=2, median=3, best=8, gini=313)


def test_no_fit():
    """With nobody matched, or no tier that sums points of pairs, there is no spread."""
    assert measured().fit is None
    assert measured(*PAIRS, tiers=[{"name": "ranks", "rank_maximal": {}}]).fit is None


def test_loads():
    """Three of four and one of three seats are in use: 750 and 333 thousandths; who has withdrawn is not available."""
    expected = LoadSpread(used=2, available=3, fewest=1, most=3, lowest_share=333, highest_share=750)
    assert measured(*PAIRS).loads == expected
    assert measured().loads == LoadSpread(used=0, available=3, fewest=0, most=0, lowest_share=0, highest_share=0)


def test_groups():
    """Every value that an available mentee states is told with its share, the unknown last; a field of none is not."""
    assert measured(("a", "m"), ("d", "n")).groups == (
        GroupShare(field="settings", value="child_welfare", matched=1, available=1),
        GroupShare(field="settings", value="diversion", matched=1, available=2),
        GroupShare(field="settings", value=None, matched=1, available=2),
        GroupShare(field="state", value="MN", matched=1, available=2),
        GroupShare(field="state", value=None, matched=1, available=2),
    )


@pytest.mark.parametrize(
    ("points", "expected"),
    [([5], 0), ([3, 3, 3], 0), ([0, 0], 0), ([0, 10], 500), ([1, 1, 4], 333), ([0, 0, 0, 9], 750), ([], 0)],
)
def test_gini(points, expected):
    """The mean absolute difference of all pairs over twice the mean, in thousandths."""
    assert gini(points) == expected
