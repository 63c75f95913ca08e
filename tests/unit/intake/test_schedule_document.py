import json

import pytest

import prssmi_match as pm
from prssmi_match.intake import parse_schedule
from unit.reporting.schedules import made_by_hand

SCHEDULE = made_by_hand()


def read(document):
    """What a document states, with the problem and the calendar that it was made of."""
    text = document if isinstance(document, str) else json.dumps(document)
    return parse_schedule(text, SCHEDULE.problem, SCHEDULE.calendar, "plan.json")


def codes(document):
    """The findings of a document."""
    with pytest.raises(pm.ProblemError) as caught:
        read(document)
    return [finding.code for finding in caught.value.findings]


def test_a_schedule_comes_back_as_it_was_written():
    """What was announced is what is followed up on, to the minute."""
    assert read(SCHEDULE.model_dump_json()) == SCHEDULE


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "empty_file"), ("{", "malformed_json"), ("[]", "not_a_schedule"), ('{"a": 1, "a": 2}', "duplicate_key")],
)
def test_what_is_no_schedule_is_a_finding(text, code):
    """Text that is not JSON, another document, and a name that stands twice."""
    assert code in codes(text)


def test_all_defects_are_told_at_once():
    """Each field that is not as a schedule has it is a finding of its own."""
    document = json.loads(SCHEDULE.model_dump_json())
    document["visits"][0]["first_day"] = "soon"
    document["sessions"][1]["minutes"] = "an hour"
    document["extra"] = 1
    assert len(codes(document)) == 3


def test_a_schedule_of_other_sites_is_refused():
    """A site that the problem does not have, and one that has no mentor in the matching, are findings."""
    document = json.loads(SCHEDULE.model_dump_json())
    document["sessions"][0]["mentees"].append("fig")
    document["dues"][0]["mentee"] = "reed"
    document["matching"]["pairs"][0]["mentor"] = "yew"
    assert codes(document) == ["unknown_id"] * 4
