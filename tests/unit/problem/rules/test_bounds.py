import pytest

from unit.problem.findings import findings, sentences


@pytest.mark.parametrize("kind", ["selection", "opening", "quota"])
@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ({}, []),
        ({"min": 2, "max": 2}, []),
        ({"min": None, "max": 0}, []),
        ({"min": 3, "max": 2}, [("min_above_max", ("rules", 0, "max"))]),
        ({"min": -1}, [("greater_than_equal", ("rules", 0, "min"))]),
        ({"max": "5"}, [("int_type", ("rules", 0, "max"))]),
    ],
)
def test_bounds(kind, ends, expected):
    """Bounds are inclusive whole numbers, null is none, and a minimum above its maximum is a defect."""
    assert findings({"rules": [{"kind": kind, **ends}]}) == expected


def test_sentence():
    """The sentence has both ends."""
    (sentence,) = sentences({"rules": [{"kind": "quota", "min": 3, "max": 2}]})
    assert sentence == "max of rule 'quota' is 2: the minimum 3 is above the maximum 2."
