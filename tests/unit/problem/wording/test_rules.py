from typing import get_args

import pytest

from prssmi_match.problem.rules import Rule
from prssmi_match.problem.wording import rule_sentence
from unit.verification.documents import problem_of

MENTEES = [{"id": "b", "name": "Bay County"}, {"id": "p", "name": "Pine County"}, {"id": "x"}]
MENTORS = [{"id": "o", "name": "Oak City"}, {"id": "e", "name": "Elm City"}]
SENTENCES = [
    ({"kind": "pin", "mentee": "p", "mentor": "o"}, "Pine County must be paired with Oak City."),
    ({"kind": "forbid", "mentee": "p", "mentor": "o"}, "Pine County must not be paired with Oak City."),
    (
        {"kind": "together", "mentees": ["x", "p", "b"]},
        "Bay County, Pine County and x share one mentor, or none of them is matched.",
    ),
    (
        {"kind": "together", "mentees": ["p", "b"], "partial": True},
        "Those of Bay County and Pine County that are matched share one mentor.",
    ),
    ({"kind": "apart", "mentees": ["p", "b"]}, "No two of Bay County and Pine County may share a mentor."),
    ({"kind": "opening", "max": 6}, "At most 6 mentors are used."),
    (
        {"kind": "opening", "min": 2, "max": 4, "must_open": ["o", "e"]},
        "2 to 4 mentors are used. Elm City and Oak City must be used.",
    ),
    ({"kind": "selection", "min": 3}, "At least 3 mentees are matched."),
    ({"kind": "selection", "min": 3, "max": 3}, "Exactly 3 mentees are matched."),
    ({"kind": "selection", "must_match": ["p"]}, "Pine County must be matched."),
    ({"kind": "selection"}, "Any number of mentees are matched."),
    (
        {"kind": "quota", "where": {"settings": "child_welfare", "attributes.grantee": "yes"}, "min": 2},
        "At least 2 mentees with grantee yes and settings child welfare are matched in the whole cohort.",
    ),
    (
        {"kind": "quota", "where": {"locale": "rural"}, "max": 2, "per": "mentor"},
        "At most 2 mentees with locale rural are matched at each mentor that is used.",
    ),
    ({"kind": "stability"}, "No mentee and mentor may both prefer each other to what they have."),
    ({"kind": "eligibility"}, "Any setting may be paired with any other."),
    (
        {"kind": "eligibility", "setting": "all", "no_prior_mentor": True, "max_km": 500, "team_size": [3, 5]},
        (
            "A pair is possible only where the mentor covers all of the mentee's settings, has not mentored the mentee "
            "before, is within 500 km and meets a mentee team of 3 to 5; what is unknown passes."
        ),
    ),
    (
        {"kind": "eligibility", "setting": "any", "listed_only": True, "scored_only": True, "travelers": [2, 2]},
        (
            "A pair is possible only where the mentor covers at least one of the mentee's settings, is on the mentee's "
            "list, has a score with the mentee and meets 2 travelers; what is unknown passes."
        ),
    ),
]


@pytest.mark.parametrize(("rule", "sentence"), SENTENCES)
def test_rules_in_plain_words(rule, sentence):
    """A rule is one sentence with the names of its sites and its numbers."""
    problem = problem_of(MENTEES, MENTORS, rules=[rule])
    assert rule_sentence(problem, problem.program.rules[0]) == sentence


def test_every_kind_has_a_sentence():
    """The examples above leave no kind of rule out."""
    kinds = {kind.model_fields["kind"].default for kind in get_args(get_args(Rule)[0])}
    assert {rule["kind"] for rule, _ in SENTENCES} == kinds


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ({"kind": "opening", "max": 1}, "At most 1 mentor is used."),
        ({"kind": "selection", "min": 1}, "At least 1 mentee is matched."),
        (
            {"kind": "quota", "where": {"locale": "rural"}, "min": 1},
            "At least 1 mentee with locale rural is matched in the whole cohort.",
        ),
    ],
)
def test_one_is_singular(rule, sentence):
    """A count of one is worded as people do."""
    problem = problem_of(MENTEES, MENTORS, rules=[rule])
    assert rule_sentence(problem, problem.program.rules[0]) == sentence
