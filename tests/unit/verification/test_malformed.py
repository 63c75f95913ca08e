from prssmi_match.solution.matching import Matching
from prssmi_match.verification import blocking_pairs, check_matching, evaluate_matching
from unit.verification.documents import problem_of, sentences, tier_of, violations

COVERAGE = {"name": "seats", "maximize": [{"criterion": "coverage"}]}


def test_unknown_ids():
    """Unknown ids of either side are violations that name the id, and count for nothing else."""
    problem = problem_of(["a"], ["oak"], tiers=[COVERAGE])
    pairs = (("ghost", "oak"), ("a", "nowhere"))
    assert violations(problem, *pairs) == [("known_site", 1, ("ghost",)), ("known_site", 1, ("nowhere",))]
    assert "'ghost'" in sentences(problem, *pairs)[0]
    assert tier_of(problem, *pairs).value == 0


def test_a_mentor_id_is_not_a_mentee_id():
    """A pair written the wrong way round has two unknown ids."""
    assert [found[2] for found in violations(problem_of(["a"], ["oak"]), ("oak", "a"))] == [("oak",), ("a",)]


def test_mentee_with_two_mentors():
    """A mentee with two mentors breaks one_mentor once, with both mentors as witnesses."""
    problem = problem_of(["a"], ["oak", "elm"])
    assert violations(problem, ("a", "oak"), ("a", "elm")) == [("one_mentor", 1, ("a", "elm", "oak"))]


def test_repeated_pair():
    """A pair that is written three times is two too many, and fills one seat only."""
    problem = problem_of(["a"], [{"id": "oak", "max_mentees": 1}], tiers=[COVERAGE])
    assert violations(problem, *[("a", "oak")] * 3) == [("one_mentor", 2, ("a", "oak"))]


def test_second_mentor_of_unknown_id():
    """A second pair with an unknown mentor is both an unknown site and a second pair."""
    found = violations(problem_of(["a"], ["oak"]), ("a", "oak"), ("a", "ghost"))
    assert [rule for rule, *_ in found] == ["known_site", "one_mentor"]


def test_evaluation_of_a_mentee_with_two_mentors():
    """It is one matched mentee; the points of both its pairs count."""
    tiers = [
        COVERAGE,
        {"name": "score", "maximize": [{"criterion": "pair_score"}]},
        {"name": "worst", "max_min": {"maximize": [{"criterion": "pair_score"}]}},
    ]
    rows = [{"mentee": "a", "mentor": "oak", "score": 3}, {"mentee": "a", "mentor": "elm", "score": 4}]
    problem = problem_of(["a"], ["oak", "elm"], tiers=tiers, pairs=rows)
    evaluation = evaluate_matching(problem, Matching(pairs=[("a", "oak"), ("a", "elm"), ("a", "elm")]))
    assert [tier.value for tier in evaluation.tiers[:3]] == [1, 7, 7]
    assert [(pair.mentor, pair.total("score")) for pair in evaluation.pairs] == [("elm", 4), ("oak", 3)]


def test_empty_problem_and_matching():
    """Nothing to match is valid, without blocking pairs, and worth nothing in every tier of the preset."""
    problem = problem_of([], [], preset="prssmi_2019", policy=None)
    assert check_matching(problem, Matching()).valid
    assert blocking_pairs(problem, Matching()) == ()
    assert {tier.value for tier in evaluate_matching(problem, Matching()).tiers} == {0}


def test_everything_wrong_at_once():
    """A matching that breaks many facts gets them all, each in its place, and never an exception."""
    problem = problem_of(
        [{"id": "a", "status": "withdrawn", "unacceptable": ["oak"]}, {"id": "b", "organization": "X", "workload": 9}],
        [{"id": "oak", "organization": "x", "max_mentees": 0, "max_workload": 1}],
        rules=[{"kind": "forbid", "mentee": "a", "mentor": "oak"}, {"kind": "stability"}],
    )
    found = violations(problem, ("a", "oak"), ("b", "oak"), ("ghost", "oak"))
    assert [rule for rule, *_ in found] == [
        "known_site",
        "availability",
        "capacity",
        "max_workload",
        "veto",
        "organization",
        "forbid",
    ]
