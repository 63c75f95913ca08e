import pytest

from prssmi_match.problem.rules import Quota
from unit.problem.findings import findings, sentences


def quota(**where):
    """Return a document with one quota."""
    return {"rules": [{"kind": "quota", "where": where, "max": 1}]}


def test_defaults():
    """A quota counts everyone, in the whole cohort."""
    assert (Quota().where, Quota().per) == ({}, "cohort")


@pytest.mark.parametrize(
    ("where", "code"),
    [
        ({"settings": "diversion", "locale": "rural", "stage": "new", "state": "Anywhere"}, None),
        ({"attributes.grantee": "yes"}, None),
        ({"setting": "diversion"}, "unknown_field"),
        ({"attributes.": "yes"}, "unknown_field"),
        ({"organization": "x"}, "unknown_field"),
        ({"settings": "diverson"}, "unknown_value"),
        ({"stage": "late"}, "unknown_value"),
        ({"locale": "Rural"}, "unknown_value"),
        ({"state": ""}, "string_too_short"),
        ({"team_size": 4}, "string_type"),
    ],
)
def test_where(where, code):
    """Only fields that a quota can ask for, with values that exist, are taken."""
    assert [found for found, _ in findings({"rules": [{"kind": "quota", "where": where}]})] == ([code] if code else [])


def test_near_misses_are_guessed():
    """A misspelled field or value is named with the likely one."""
    assert "Did you mean 'settings'?" in sentences(quota(setting="diversion"))[0]
    assert "Did you mean 'diversion'?" in sentences(quota(settings="diverson"))[0]
