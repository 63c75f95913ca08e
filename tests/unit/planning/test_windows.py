import pytest

import prssmi_match as pm
from prssmi_match.planning import pairs_without_visit, with_visit_windows
from unit.planning.cohort import calendar

OAK_IN_MARCH = {"mentors": [{"id": "oak", "hosting": [{"first": "2027-03-01", "last": "2027-03-31"}]}]}
MOSS_IN_APRIL = {"mentees": [{"id": "moss", "available": [{"first": "2027-04-01", "last": "2027-04-30"}]}]}
REASON = "They have no 2 days in a row in common for a visit from Mar 1 to Apr 30, 2027"


@pytest.fixture(scope="module")
def problem():
    """Two mentees and two mentors; Moss City likes Oakvale best."""
    return pm.Problem.model_validate(
        {
            "mentees": [
                {"id": "fern", "name": "Fern County"},
                {"id": "moss", "name": "Moss City", "preferences": [["oak"]]},
            ],
            "mentors": [{"id": "ash", "name": "Ashport"}, {"id": "oak", "name": "Oakvale", "max_mentees": 1}],
        }
    )


def test_a_pair_without_common_days_is_refused(problem):
    """Oakvale hosts in March, Moss City can come in April: they are not paired, whatever they prefer."""
    assert pm.match(problem).matching.mentor_of("moss") == "oak"
    stated = calendar(**OAK_IN_MARCH, **MOSS_IN_APRIL)
    assert pairs_without_visit(problem, stated) == (("moss", "oak"),)
    refused = with_visit_windows(problem, stated)
    assert [(rule.id, rule.reason) for rule in refused.rules] == [("visit:moss:oak", REASON)]
    assert pm.match(refused).matching.mentor_of("moss") == "ash"


def test_the_questions_know_the_reason(problem):
    """What forbids the pair is said with its days; so is what a pin of it stands against."""
    refused = with_visit_windows(problem, calendar(**OAK_IN_MARCH, **MOSS_IN_APRIL))
    told = pm.why_not(pm.match(refused), "moss", "oak")
    assert not told.possible
    assert REASON in str(told)
    pinned = refused.model_copy(
        update={
            "rules": (
                *refused.rules,
                pm.Problem.model_validate(
                    {
                        "mentees": [{"id": "moss"}],
                        "mentors": [{"id": "oak"}],
                        "rules": [{"kind": "pin", "mentee": "moss", "mentor": "oak"}],
                    }
                ).rules[0],
            )
        }
    )
    assert REASON in pm.diagnose(pinned).sentence


def test_notice_and_length_count(problem):
    """A visit that cannot be told of in time, or is too long for what is free, cannot be."""
    assert pairs_without_visit(problem, calendar(visits={"notice_days": 60})) != ()
    assert pairs_without_visit(problem, calendar(visits={"days": 6})) == tuple(
        (mentee, mentor) for mentee in ("fern", "moss") for mentor in ("ash", "oak")
    )
    assert with_visit_windows(problem, calendar()) is problem


def test_stated_rules_stay(problem):
    """A rule of the problem with such an id is not replaced, and nothing is added twice."""
    stated = calendar(**OAK_IN_MARCH, **MOSS_IN_APRIL)
    once = with_visit_windows(problem, stated)
    assert with_visit_windows(once, stated) is once
