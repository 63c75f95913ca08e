import pytest

from prssmi_match.problem.rules import Eligibility
from unit.problem.findings import findings


def test_states_nothing_by_default():
    """A plain rule tests nothing, so it also does not settle the setting."""
    rule = Eligibility()
    assert (rule.setting, rule.no_prior_mentor, rule.listed_only, rule.scored_only) == (None, False, False, False)
    assert (rule.max_km, rule.team_size, rule.travelers) == (None, None, None)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"setting": "some"}, [("literal_error", "setting")]),
        ({"no_prior_mentor": 1}, [("bool_type", "no_prior_mentor")]),
        ({"max_km": -1}, [("greater_than_equal", "max_km")]),
        ({"max_km": 0.5}, []),
        ({"team_size": [5, 3]}, [("min_above_max", "team_size")]),
        ({"team_size": [4, 4]}, []),
        ({"travelers": [2]}, [("missing", "travelers")]),
    ],
)
def test_fields(fields, expected):
    """A test of the wrong type, or a range turned round, is a finding."""
    found = findings({"rules": [{"kind": "eligibility", **fields}]})
    assert [(code, loc[2]) for code, loc in found] == expected
