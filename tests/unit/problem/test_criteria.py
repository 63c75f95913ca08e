import pytest

from prssmi_match.problem.criteria import MenteePreference, Proximity
from unit.problem.findings import findings, sentences


def document(**criterion):
    """Return a document with one tier of one criterion."""
    return {"policy": {"tiers": [{"name": "a", "maximize": [criterion]}]}}


def criterion_findings(**criterion):
    """Return the findings of a criterion, as code and place within it."""
    return [(code, loc[5:]) for code, loc in findings(document(**criterion))]


@pytest.mark.parametrize(
    ("criterion", "expected"),
    [
        ({"criterion": "coverage", "weight": 0}, [("greater_than_equal", ("weight",))]),
        ({"criterion": "coverage", "weight": 1.5}, [("int_type", ("weight",))]),
        ({"criterion": "coverge"}, [("union_tag_invalid", ("criterion",))]),
        ({"criterion": "setting_fit", "neutral": 1001}, [("less_than_equal", ("neutral",))]),
        ({"criterion": "setting_fit", "neutral": 0}, []),
        ({"criterion": "pair_score", "neutral": 10}, [("extra_forbidden", ("neutral",))]),
        ({"criterion": "coverage", "neutral": 10}, [("extra_forbidden", ("neutral",))]),
        ({"criterion": "proximity", "max_km": 0}, [("greater_than", ("max_km",))]),
        ({"criterion": "mentee_preference", "rank_points": []}, [("too_short", ("rank_points",))]),
        ({"criterion": "mentor_preference", "rank_points": [1001]}, [("less_than_equal", ("rank_points", 0))]),
        ({"criterion": "same_value"}, [("missing", ("field",))]),
        ({"criterion": "same_value", "field": "name"}, [("unknown_field", ("field",))]),
        ({"criterion": "same_value", "field": "attributes."}, [("unknown_field", ("field",))]),
        ({"criterion": "same_value", "field": "attributes.tongue"}, []),
    ],
)
def test_parameters(criterion, expected):
    """Weights, neutral points and parameters are checked; what is never unknown takes no neutral."""
    assert criterion_findings(**criterion) == expected


def test_defaults():
    """The documented parameters apply where none are stated."""
    assert Proximity().max_km == 3000
    assert MenteePreference().rank_points == (1000, 800, 600, 400, 200)


def test_field_that_cannot_be_compared():
    """The sentence lists what can be compared, and guesses."""
    (sentence,) = sentences(document(criterion="same_value", field="sate"))
    assert "Did you mean 'state'? Use one of: state, locale, attributes.X" in sentence
