import pytest

from unit.compatibility.grids import points


@pytest.mark.parametrize(
    ("field", "mentee", "mentor", "expected"),
    [
        ("state", {"state": "OH"}, {"state": "OH"}, (1000, False)),
        ("state", {"state": "OH"}, {"state": "MN"}, (0, False)),
        ("state", {"state": "OH"}, {}, (500, True)),
        ("state", {}, {"state": "OH"}, (500, True)),
        ("state", {"state": ""}, {"state": ""}, (500, True)),
        ("locale", {"locale": "rural"}, {"locale": "rural"}, (1000, False)),
        ("locale", {"locale": "rural"}, {"locale": "urban", "locales_served": ["rural"]}, (0, False)),
        ("attributes.tongue", {"attributes": {"tongue": "es"}}, {"attributes": {"tongue": "es"}}, (1000, False)),
        ("attributes.tongue", {"attributes": {"tongue": "es"}}, {"attributes": {"tongue": "en"}}, (0, False)),
        ("attributes.tongue", {"attributes": {"tongue": "es"}}, {"attributes": {"other": "es"}}, (500, True)),
    ],
)
def test_same_value(field, mentee, mentor, expected):
    """Equal values give all points, different ones none; an empty value is unknown."""
    assert points({"criterion": "same_value", "field": field}, mentee, mentor) == expected
