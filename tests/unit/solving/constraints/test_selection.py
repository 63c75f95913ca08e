import pytest

from unit.solving.answers import COVERAGE, answer, problem

REVIEW = {"name": "review", "maximize": [{"criterion": "review_score"}]}
MENTEES = [{"id": "a", "review_score": 9}, {"id": "b", "review_score": 7}, {"id": "c", "review_score": -1}]
BIG = [{"id": "m", "max_mentees": 5}]


@pytest.mark.parametrize(
    ("bounds", "matched"),
    [
        ({}, "ab"),
        ({"max": 1}, "a"),
        ({"max": 0}, ""),
        ({"min": 3}, "abc"),
        ({"min": 4}, None),
        ({"max": 1, "must_match": ["b"]}, "b"),
        ({"must_match": ["c"]}, "abc"),
        ({"max": 1, "must_match": ["b", "c"]}, None),
    ],
)
def test_number_of_matched_mentees(bounds, matched):
    """The best reviewed are matched within the bounds; who must be is; the ill reviewed only where a bound asks."""
    found = answer(problem(MENTEES, BIG, [{"kind": "selection", **bounds}], [REVIEW]))
    assert found == (None if matched is None else dict.fromkeys(matched, "m"))


@pytest.mark.parametrize(("status", "expected"), [("provisional", {"a": "m"}), ("hold", None), ("withdrawn", None)])
def test_must_match_needs_an_available_mentee(status, expected):
    """A provisional mentee can be matched, one on hold cannot."""
    rule = {"kind": "selection", "must_match": ["a"]}
    assert answer(problem([{"id": "a", "status": status}], "m", [rule], [COVERAGE])) == expected


def test_minimum_that_no_capacity_reaches():
    """A minimum above all seats is infeasible, not an error."""
    assert answer(problem("abc", "mn", [{"kind": "selection", "min": 3}])) is None
