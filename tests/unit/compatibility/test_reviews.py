import pytest

from prssmi_match.compatibility.reviews import tenths
from prssmi_match.problem.participants import Mentee


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([87.5, 91], [875, 910]),
        ([87.45, 87.44], [875, 874]),
        ([0.25, 8.65], [3, 87]),
        ([-1.25, 0.05], [-12, 1]),
        ([80, None, 81.5], [800, 808, 815]),  # the mean is 80.75, so 807.5 is rounded up
        ([0.04, None], [0, 0]),
        ([None, None], [0, 0]),
        ([], []),
    ],
)
def test_tenths(scores, expected):
    """Scores are rounded half up to tenths; an unknown one is the mean of the raw known ones, 0 where there is none."""
    sites = [Mentee(id=str(number), review_score=score) for number, score in enumerate(scores)]
    assert tenths(sites) == expected
