import pytest
from pydantic import ValidationError

from prssmi_match.problem.defects import as_findings, format_place, subject
from prssmi_match.problem.document import Problem


@pytest.mark.parametrize(
    ("loc", "place"),
    [
        (("mentees", 0, "preferences", 1, 2), "mentees[0].preferences[1][2]"),
        (("name",), "name"),
        ((), "document"),
    ],
)
def test_places_are_written_as_in_code(loc, place):
    """A place reads like the path that leads to it."""
    assert format_place(loc) == place


@pytest.mark.parametrize(
    ("loc", "words"),
    [
        (("mentees", 0, "team_size"), "team_size of mentee 'pine'"),
        (("mentees", 0), "mentee 'pine'"),
        (("mentees", 1, "id"), "id of mentee number 2"),
        (("rules", 0, "mentor"), "mentor of rule 'pin'"),
        (("pairs", 0, "score"), "score of pair row number 1"),
        (("policy", "tiers", 0), "policy.tiers[0]"),
    ],
)
def test_subject_is_named_as_the_user_knows_it(loc, words):
    """A row is called by its id or kind, else by its number counted from one."""
    document = {"mentees": [{"id": "pine"}, {}], "rules": [{"kind": "pin"}], "pairs": [{"mentee": "pine"}]}
    assert subject(loc, document) == words


def test_findings_of_a_validation_error():
    """A finding has code, place, what was found, what is expected, and the sentence."""
    with pytest.raises(ValidationError) as raised:
        Problem.model_validate({"mentees": [{"id": "pine", "team_size": "four", "prior_mentors": ["x" * 80, 3]}]})
    first, second = as_findings(raised.value)
    assert (first.code, first.place, first.found) == ("int_type", "mentees[0].team_size", "'four'")
    assert first.expected == "a whole number"
    assert first.sentence == "team_size of mentee 'pine' should be a whole number, not 'four'."
    assert (second.code, second.place) == ("string_type", "mentees[0].prior_mentors[1]")


def test_long_values_are_shortened():
    """What was found is quoted in at most 60 characters."""
    with pytest.raises(ValidationError) as raised:
        Problem.model_validate({"mentees": [{"id": "pine", "team_size": "x" * 500}]})
    found = as_findings(raised.value)[0]
    assert len(found.found) == 60
    assert "x" * 60 not in found.sentence


def test_tags_of_unions_are_not_part_of_a_place():
    """A defect inside a rule, tier or criterion stands where the user wrote it."""
    document = {
        "mentees": [{"id": "pine"}],
        "mentors": [{"id": "oak"}],
        "rules": [{"kind": "quota", "min": "2"}],
        "policy": {"tiers": [{"name": "fair", "leximin": {"maximize": [{"criterion": "proximity", "max_km": "3"}]}}]},
    }
    with pytest.raises(ValidationError) as raised:
        Problem.model_validate(document)
    assert [error["loc"] for error in raised.value.errors()] == [
        ("rules", 0, "min"),
        ("policy", "tiers", 0, "leximin", "maximize", 0, "max_km"),
    ]
