import pytest

from prssmi_match.compatibility.distance import meters_between
from prssmi_match.problem.participants import Mentee, Mentor


def meters(first, second):
    """Return the distance of two places."""
    mentee = Mentee.model_validate({"id": "a", "location": first})
    mentor = Mentor.model_validate({"id": "m", "location": second})
    return meters_between(mentee, mentor)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ([0, 0], [0, 0], 0),
        ([0, 0], [1, 0], 111_195),  # 6371008.8 x pi / 180 = 111195.08
        ([0, 179.5], [0, -179.5], 111_195),
        ([0, 0], [0, 180], 20_015_114),  # 6371008.8 x pi = 20015114.35
        ([90, 0], [-90, 77], 20_015_114),
        ([90, 0], [90, 123], 0),
        ([0, 0], [0, 90], 10_007_557),  # 6371008.8 x pi / 2 = 10007557.18
        (None, [0, 0], None),
        ([0, 0], None, None),
    ],
)
def test_great_circle(first, second, expected):
    """Distances are whole meters along the great circle, across the date line and the poles; unknown is None."""
    assert meters(first, second) == expected


def test_distance_has_no_direction():
    """There and back are equally far."""
    assert meters([46.1, -92.9], [40, -83]) == meters([40, -83], [46.1, -92.9])
