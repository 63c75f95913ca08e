import pytest

import prssmi_match as pm
from prssmi_match.explanation.notes import assumptions, conditions
from unit.verification.documents import problem_of

EXPECTED = {"team_size": [3, 5], "travelers": [2, 3]}


def condition_of(expectations=EXPECTED, **fields):
    """Return field and sentence of every condition of one matched mentee."""
    problem = problem_of([{"id": "pine", **fields}], ["oak"], expectations=expectations)
    found = conditions(problem, pm.Matching(pairs=[("pine", "oak")]))
    assert {condition.mentee for condition in found} <= {"pine"}
    return [(condition.field, str(condition)) for condition in found]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"travelers": 2, "team_size": 5}, []),
        ({"travelers": 7}, [("travelers", "7 travelers; the program pays for 3")]),
        ({"travelers": 1}, [("travelers", "1 traveler; the program expects at least 2")]),
        ({"team_size": 6}, [("team_size", "6 people in the team; the program expects 3 to 5")]),
        ({"team_size": 1}, [("team_size", "1 person in the team; the program expects 3 to 5")]),
        (
            {"team_size": 0, "travelers": 0},
            [
                ("team_size", "0 people in the team; the program expects 3 to 5"),
                ("travelers", "0 travelers; the program expects at least 2"),
            ],
        ),
    ],
)
def test_conditions(fields, expected):
    """What is outside the program's expectations is told in plain words; ends and unknowns are inside."""
    assert condition_of(**fields) == expected


def test_no_expectations_no_conditions():
    """Where the program expects nothing, nothing is outside of it."""
    assert condition_of(expectations=None, travelers=9, team_size=9) == []
    assert condition_of(expectations={"travelers": [1, 9]}, travelers=9, team_size=9) == []


def test_only_matched_mentees_have_conditions():
    """A mentee without a mentor has nothing to settle yet."""
    problem = problem_of([{"id": "pine", "travelers": 9}], ["oak"], expectations=EXPECTED)
    assert conditions(problem, pm.Matching()) == ()


def test_expectations_refuse_nobody():
    """Under the preset, a mentee with seven travelers is matched, and its condition is on the answer."""
    problem = pm.Problem.model_validate({"mentees": [{"id": "pine", "travelers": 7}], "mentors": [{"id": "oak"}]})
    result = pm.match(problem)
    assert result.matching.mentor_of("pine") == "oak"
    assert [str(condition) for condition in result.conditions] == ["7 travelers; the program pays for 3"]


def sentences(*tiers, **fields):
    """Return the assumptions of a problem with unknowns on both sides, as site, field and sentence."""
    mentees = [{"id": "p", "name": "Pine"}, {"id": "h", "status": "hold"}, {"id": "b", "review_score": 3}]
    mentors = [
        {"id": "o", "name": "Oak"},
        {"id": "w", "status": "withdrawn"},
        {"id": "e", "max_mentees": 0, "review_score": 4},
    ]
    found = assumptions(problem_of(mentees, mentors, tiers=tiers, **fields))
    return [(assumption.site, assumption.field, str(assumption)) for assumption in found]


@pytest.mark.parametrize(("capacity", "words"), [(3, "up to 3 are assumed."), (1, "up to 1 is assumed.")])
def test_assumed_capacities(capacity, words):
    """An available mentor that states no number is named with the number that is assumed."""
    expected = ("o", "max_mentees", f"Oak states no number of mentees; {words}")
    assert sentences(default_capacity=capacity) == [expected]


def test_assumed_review_scores():
    """Unknown review scores are named for the side whose scores count, and only there."""
    words = "has no review score; the mean of the known ones is assumed."
    own = {"name": "review", "maximize": [{"criterion": "review_score"}]}
    other = {"name": "mentors", "maximize": [{"criterion": "mentor_review_score"}]}
    assert sentences(own)[1:] == [("p", "review_score", f"Pine {words}")]
    assert sentences(other)[1:] == [("o", "review_score", f"Oak {words}")]


def test_no_mean_of_nothing():
    """Where nobody has a review score, the sentence does not speak of a mean."""
    tier = {"name": "review", "maximize": [{"criterion": "review_score"}]}
    (assumption,) = assumptions(problem_of(["p"], [], tiers=[tier]))
    assert "mean" not in str(assumption)
