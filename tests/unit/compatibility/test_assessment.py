from prssmi_match.compatibility import assess
from prssmi_match.problem.criteria import PairScore, SettingFit
from unit.verification.documents import problem_of

PROBLEM = problem_of(
    [{"id": "b", "workload": 2}, {"id": "a", "unacceptable": ["m"]}, {"id": "gone", "status": "withdrawn"}],
    ["n", "m", {"id": "left", "status": "withdrawn"}],
    pairs=[
        {"mentee": "b", "mentor": "m", "score": 4, "workload": 7},
        {"mentee": "b", "mentor": "n", "score": 6},
        {"mentee": "gone", "mentor": "left", "score": 9},
    ],
)


def ids(compatibility):
    """Return the pairs by ids."""
    return [(compatibility.mentees[a].id, compatibility.mentors[b].id) for a, b in compatibility.pairs]


def test_admissible_pairs_in_the_order_of_ids():
    """Only available sites and admissible pairs are kept, whatever the order of rows."""
    assert ids(assess(PROBLEM)) == [("a", "n"), ("b", "m"), ("b", "n")]


def test_full_grid():
    """A full grid keeps every site and pair, so that a refusal can be named."""
    compatibility = assess(PROBLEM, full_grid=True)
    assert ids(compatibility) == [(a, b) for a in ("a", "b", "gone") for b in ("left", "m", "n")]


def test_groups():
    """Who is not listed comes after all that is listed, and all are in one group where nobody is."""
    lists = {"a": [["m", "n"], ["o"]], "b": []}
    mentees = [{"id": site, "preferences": groups} for site, groups in lists.items()]
    groups = assess(problem_of(mentees, ["n", "m", "o", {"id": "p", "preferences": [["b"]]}])).groups
    assert groups.to_mentee.tolist() == [0, 0, 1, 2, 0, 0, 0, 0]
    assert groups.to_mentor.tolist() == [0, 0, 0, 1, 0, 0, 0, 0]


def test_positions():
    """Pairs are found from either side, and by ids; what is not there has no position."""
    compatibility = assess(PROBLEM)
    assert compatibility.pairs_of_mentee == ((0,), (1, 2))
    assert compatibility.pairs_of_mentor == ((1,), (0, 2))
    assert compatibility.positions_of("b", "n") == (2,)
    assert compatibility.positions_of("a", "m") == ()
    assert compatibility.positions_of("gone", "left") == ()
    assert compatibility.positions_of("ghost", "m") == ()


def test_workload():
    """A pair takes its mentee's workload, unless its row states another."""
    compatibility = assess(PROBLEM)
    assert [compatibility.workload(position) for position in range(3)] == [1, 7, 2]


def test_weighted_sum():
    """Points are multiplied by their weights and added up over criteria; nothing known of settings is 500 each."""
    compatibility = assess(PROBLEM)
    assert compatibility.weighted([PairScore(weight=3), SettingFit(weight=2)]) == [1000, 1012, 1018]


def test_weight_does_not_change_the_points():
    """A criterion that stands in two tiers with different weights has one column."""
    compatibility = assess(PROBLEM)
    assert compatibility.column(PairScore(weight=3)) is compatibility.column(PairScore())
    assert compatibility.column(PairScore()).points == (0, 4, 6)


def test_no_sites():
    """Nobody to match is no error."""
    assert assess(problem_of([], [])).pairs == ()
