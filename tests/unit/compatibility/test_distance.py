from random import Random
from types import SimpleNamespace

import numpy as np
import pytest

from prssmi_match.compatibility import distance
from prssmi_match.compatibility.cells import Cells
from prssmi_match.compatibility.distance import meters_between, meters_of
from prssmi_match.compatibility.points import UNKNOWN
from prssmi_match.compatibility.profiles import profiles
from prssmi_match.compatibility.sides import Sides
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


@pytest.mark.parametrize("digit", [0, 1])
def test_distances_of_many_pairs_are_those_of_single_ones(digit, monkeypatch):
    """At once or one by one, to the meter: near the antipodes, and where the last digit of numpy's sine is another."""
    off = SimpleNamespace(**{**vars(np), "sin": lambda angle: np.nextafter(np.sin(angle), digit)})
    monkeypatch.setattr(distance, "np", off if digit else np)
    random = Random(2019)
    here = [[random.uniform(-90, 90), random.uniform(-180, 180)] for _ in range(20)]
    there = [*here[:5], *([random.uniform(-90, 90), random.uniform(-180, 180)] for _ in range(20)), None]
    few_meters = [(random.gauss(0, 3e-5), random.gauss(0, 3e-5)) for _ in range(40)]
    here += [[44.9778 + lat, -93.265 + lon] for lat, lon in few_meters]
    there += [[-44.9778 + lon, 86.735 + lat] for lat, lon in few_meters]
    mentees = profiles(Mentee(id=f"e{at}", location=tuple(place)) for at, place in enumerate(here))
    mentors = profiles(Mentor(id=f"o{at}", location=place and tuple(place)) for at, place in enumerate(there))
    expected = [[meters_between(one.site, other.site) for other in mentors] for one in mentees]
    rows, columns = np.indices((len(here), len(there))).reshape(2, -1)
    meters = meters_of(Sides(mentees, mentors))
    found = meters(Cells.of_rows(np.arange(len(here)), len(there)))
    assert found.tolist() == [[UNKNOWN if one is None else one for one in row] for row in expected]
    assert meters(Cells(rows, columns)).tolist() == found.reshape(-1).tolist()
