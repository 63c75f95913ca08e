import pytest

from unit.compatibility.grids import points


@pytest.mark.parametrize(
    ("wanted", "had", "expected"),
    [
        ({"peer work": 5, "courts": 3}, {"peer work": 4}, 500),  # 5 x 4 of 5 x 8
        ({"peer work": 5, "courts": 3}, {"peer work": 5, "courts": 5, "jails": 5}, 1000),
        ({"Peer  Work": 2}, {"peer work ": 1}, 200),
        ({"peer work": 2}, {"jails": 5}, 0),
        ({"a": 5, "b": 5, "c": 5, "d": 1}, {"d": 1}, 13),  # 1 of 80 is 12.5 points
    ],
)
def test_priority_times_expertise(wanted, had, expected):
    """The sum of priority times expertise over five times the sum of priorities; topics are compared folded."""
    assert points({"criterion": "topic_fit"}, {"topics": wanted}, {"topics": had}) == (expected, False)


@pytest.mark.parametrize(("mentee", "mentor"), [({}, {"topics": {"a": 1}}), ({"topics": {"a": 1}}, {})])
def test_unknown(mentee, mentor):
    """No topics on a side is unknown."""
    assert points({"criterion": "topic_fit"}, mentee, mentor) == (500, True)
