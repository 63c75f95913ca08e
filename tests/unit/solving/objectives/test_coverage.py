from unit.solving.answers import COVERAGE, answer, problem, tiers


def test_most_mentees():
    """One mentee steps aside from its only good mentor, so that another is matched at all."""
    mentees = ["a", {"id": "b", "unacceptable": ["n"]}]
    asked = problem(mentees, "mn", scores={"am": 99})
    assert answer(asked) == {"a": "n", "b": "m"}
    assert tiers(asked)["seats"].value == 2


def test_weight():
    """A weight multiplies the number."""
    asked = problem("ab", "m", tiers=[{"name": "seats", "maximize": [{"criterion": "coverage", "weight": 7}]}])
    assert tiers(asked)["seats"].value == 7
    assert tiers(problem("ab", "m", tiers=[COVERAGE]))["seats"].value == 1
