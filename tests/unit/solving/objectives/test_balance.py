import pytest

from unit.solving.answers import COVERAGE, answer, problem, tiers

BALANCE = {"name": "even", "maximize": [{"criterion": "balance"}]}


def loads(found):
    """Return the number of mentees of each used mentor."""
    return {mentor: list(found.values()).count(mentor) for mentor in set(found.values())}


def test_loads_are_even():
    """Four mentees at two mentors of four go two and two."""
    asked = problem("abcd", [{"id": "m", "max_mentees": 4}, {"id": "n", "max_mentees": 4}], tiers=[COVERAGE, BALANCE])
    assert set(loads(answer(asked)).values()) <= {2, 4}
    assert tiers(asked)["even"].value == 0


@pytest.mark.parametrize(
    ("capacities", "matched", "value"),
    [
        ((3, 1), 3, -333),  # 2 of 3 and 1 of 1: 667 and 1000
        ((7, 7), 3, -143),  # 2 of 7 and 1 of 7: 286 and 143
        ((2, 1), 3, 0),
    ],
)
def test_shares_are_rounded_before_they_are_compared(capacities, matched, value):
    """The spread is the difference of rounded thousandths; two mentors are made to be used."""
    mentors = [{"id": name, "max_mentees": most} for name, most in zip("mn", capacities, strict=True)]
    rules = [{"kind": "opening", "min": 2}]
    asked = problem("abc"[:matched], mentors, rules, [COVERAGE, BALANCE])
    assert tiers(asked)["even"].value == value


def test_unused_mentors_do_not_count():
    """One mentor alone is even; so is nobody."""
    assert tiers(problem("a", ["m", {"id": "n", "max_mentees": 9}], tiers=[COVERAGE, BALANCE]))["even"].value == 0
    assert tiers(problem("", "m", tiers=[BALANCE]))["even"].value == 0


def test_spread_counts_minus():
    """Where the program forces an uneven load, the value is negative: 1 of 4 and 4 of 4."""
    rules = [{"kind": "opening", "min": 2}, {"kind": "quota", "where": {"state": "MN"}, "per": "mentor", "max": 1}]
    mentees = [{"id": name, "unacceptable": ["n"]} for name in "abc"] + [{"id": "d", "unacceptable": ["m"]}]
    mentors = [{"id": "m", "max_mentees": 3}, {"id": "n", "max_mentees": 4}]
    assert tiers(problem(mentees, mentors, rules, [COVERAGE, BALANCE]))["even"].value == -750
