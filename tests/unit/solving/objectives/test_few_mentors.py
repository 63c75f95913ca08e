from unit.solving.answers import COVERAGE, answer, problem, tiers

FEW = {"name": "few", "maximize": [{"criterion": "few_mentors"}]}


def test_one_mentor_for_all():
    """All go to the only mentor that has room for all."""
    asked = problem("abc", ["m", {"id": "n", "max_mentees": 3}, "o"], tiers=[COVERAGE, FEW])
    assert answer(asked) == dict.fromkeys("abc", "n")
    assert tiers(asked)["few"].value == -1


def test_before_coverage():
    """Asked first, no mentor at all is the fewest."""
    asked = problem("abc", "mno", tiers=[FEW, COVERAGE])
    assert answer(asked) == {}
    assert tiers(asked)["few"].value == 0
