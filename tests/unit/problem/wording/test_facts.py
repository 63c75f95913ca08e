from typing import get_args

import pytest

from prssmi_match.problem.facts import Fact, FactKind
from prssmi_match.problem.wording import fact_sentence
from unit.verification.documents import problem_of

MENTEES = [
    {"id": "p", "name": "Pine County", "organization": "Sheriff"},
    {"id": "h", "name": "Hill County", "status": "hold"},
    {"id": "w", "name": "West County", "status": "withdrawn"},
    {"id": "o", "name": "Oak Clinic"},
]
MENTORS = [
    {"id": "o", "name": "Oak City", "max_mentees": 1, "max_workload": 7},
    {"id": "e", "name": "Elm City", "organization": " SHERIFF", "status": "withdrawn"},
    {"id": "a", "name": "Ash City", "min_mentees": 2, "max_mentees": 4},
]
RULES = [{"kind": "pin", "mentee": "p", "mentor": "o", "reason": "Agreed in May."}, {"kind": "selection", "max": 3}]
SENTENCES = [
    (
        Fact("rule", ("pin",)),
        "Pine County must be paired with Oak City. (Reason: Agreed in May.)",
    ),
    (Fact("rule", ("selection",)), "At most 3 mentees are matched."),
    (Fact("setting"), "A mentor must cover at least one of the mentee's settings, as no rule says otherwise."),
    (Fact("mentee_availability", ("h",)), "Hill County is on hold."),
    (Fact("mentee_availability", ("w",)), "West County has withdrawn."),
    (Fact("mentor_availability", ("e",)), "Elm City has withdrawn as a mentor."),
    (Fact("mentee_veto", ("p", "o")), "Pine County does not accept Oak City."),
    (Fact("mentor_veto", ("o", "p")), "Oak City does not accept Pine County."),
    (Fact("organization", ("p", "e")), "Pine County and Elm City belong to the same organization."),
    (Fact("organization", ("o", "o")), "Oak Clinic and Oak City are the same site, once as mentee and once as mentor."),
    (Fact("capacity", ("o",)), "Oak City takes at most 1 mentee."),
    (Fact("capacity", ("e",)), "Elm City takes at most 3 mentees (assumed: it states no number)."),
    (Fact("capacity", ("a",)), "Ash City takes at most 4 mentees."),
    (Fact("min_mentees", ("a",)), "Ash City takes at least 2 mentees, or none."),
    (Fact("max_workload", ("o",)), "Oak City takes a workload of at most 7."),
]


@pytest.mark.parametrize(("fact", "sentence"), SENTENCES)
def test_facts_in_plain_words(fact, sentence):
    """A fact or rule is one sentence with the names of its sites, and the reason that was given."""
    assert fact_sentence(problem_of(MENTEES, MENTORS, rules=RULES), fact) == sentence


def test_every_kind_of_fact_has_a_sentence():
    """The examples above leave no kind of fact out."""
    assert {fact.kind for fact, _ in SENTENCES} == set(get_args(FactKind))
