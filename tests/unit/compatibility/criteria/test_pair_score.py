import pytest

from unit.compatibility.grids import points


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([{"mentee": "pine", "mentor": "oak", "score": 12}], 12),
        ([{"mentee": "pine", "mentor": "oak", "score": 2**53}], 2**53),
        ([{"mentee": "pine", "mentor": "oak", "workload": 2}], 0),
        ([], 0),
    ],
)
def test_pair_score(rows, expected):
    """The row's score as it is; no row is 0, and never unknown."""
    assert points({"criterion": "pair_score"}, {}, {}, pairs=rows) == (expected, False)
