import pytest

from unit.compatibility.grids import points


@pytest.mark.parametrize(
    ("mentor", "expected"),
    [
        ({"locale": "rural"}, (1000, False)),
        ({"locale": "urban"}, (0, False)),
        ({"locale": "urban", "locales_served": ["tribal", "rural"]}, (1000, False)),
        ({"locales_served": ["rural"]}, (1000, False)),
        ({"locales_served": ["urban"]}, (0, False)),
        ({}, (500, True)),
    ],
)
def test_rural_mentee(mentor, expected):
    """The mentor's own locale or one it serves fits; it is unknown only where both are."""
    assert points({"criterion": "locale_fit"}, {"locale": "rural"}, mentor) == expected


def test_unknown_mentee():
    """A mentee without a locale is unknown, whatever the mentor serves."""
    assert points({"criterion": "locale_fit"}, {}, {"locale": "rural"}) == (500, True)
