import pytest

from unit.compatibility.grids import points

THREE = ["diversion", "child_welfare", "other_criminal_justice"]


@pytest.mark.parametrize(
    ("wanted", "covered", "expected"),
    [
        (THREE, THREE[:2], 667),
        (THREE, THREE[:1], 333),
        (THREE[:1], THREE, 1000),
        ([THREE[0], THREE[0], THREE[1]], THREE[1:2], 500),
    ],
)
def test_share(wanted, covered, expected):
    """The share of the mentee's distinct settings that the mentor has."""
    assert points({"criterion": "setting_fit"}, {"settings": wanted}, {"settings": covered}) == (expected, False)


def test_nothing_shared():
    """No shared setting is 0 points where such a pair is allowed at all."""
    off = [{"kind": "eligibility", "setting": "off"}]
    sites = {"settings": THREE[:1]}, {"settings": THREE[1:]}
    assert points({"criterion": "setting_fit"}, *sites, rules=off) == (0, False)


@pytest.mark.parametrize(("mentee", "mentor"), [({}, {"settings": THREE}), ({"settings": THREE}, {}), ({}, {})])
def test_unknown(mentee, mentor):
    """No settings on a side is unknown."""
    assert points({"criterion": "setting_fit"}, mentee, mentor) == (500, True)
