import pytest

from unit.compatibility.grids import points


@pytest.mark.parametrize(
    ("max_km", "place", "expected"),
    [
        (3000, [0, 0], 1000),
        (3000, [1, 0], 963),  # 111.195 km of 3000 is 37.065 points
        (222.39, [1, 0], 500),
        (4942, [1, 0], 978),  # 111.195 km of 4942 is 22.5 points, and 977.5 is rounded up
        (111.195, [1, 0], 0),
        (50, [1, 0], 0),
    ],
)
def test_one_degree_from_the_equator(max_km, place, expected):
    """Points fall evenly with the distance in whole meters, and stay at 0 beyond the reach."""
    sites = {"location": [0, 0]}, {"location": place}
    assert points({"criterion": "proximity", "max_km": max_km}, *sites) == (expected, False)


@pytest.mark.parametrize(("mentee", "mentor"), [({}, {"location": [0, 0]}), ({"location": [0, 0]}, {})])
def test_unknown(mentee, mentor):
    """A side without a location is unknown."""
    assert points({"criterion": "proximity"}, mentee, mentor) == (500, True)
