import pytest

import prssmi_match as pm
from unit.solving.answers import COVERAGE, answer, problem, tiers

CALM = {"name": "calm", "maximize": [{"criterion": "few_blocking_pairs"}]}


def site(name, *groups, **fields):
    """Return a site with preferences: one group a word, its letters tied."""
    return {"id": name, "preferences": [list(group) for group in groups], **fields}


def test_stable_where_possible():
    """With nothing in the way, no pair blocks."""
    mentees, mentors = [site("a", "m", "n"), site("b", "m", "n")], [site("m", "a", "b"), site("n", "a", "b")]
    asked = problem(mentees, mentors, tiers=[COVERAGE, CALM])
    assert answer(asked) == {"a": "m", "b": "n"}
    assert tiers(asked)["calm"].value == 0


@pytest.mark.parametrize(
    ("pins", "value"),
    [
        # b at m: a and m would both rather have each other.
        ([("b", "m"), ("a", "n")], -1),
        # Nobody gets a first choice: a with m, and c with o, block; b likes what it has.
        ([("a", "n"), ("b", "m"), ("c", "m")], -2),
    ],
)
def test_pins_force_blocking_pairs(pins, value):
    """The blocking pairs that the rules leave are counted one by one."""
    mentees = [site("a", "m", "n"), site("b", "m", "n"), site("c", "o", "m")]
    mentors = [site("m", "a", "b", "c", max_mentees=2), site("n"), site("o", "c")]
    rules = [{"kind": "pin", "mentee": mentee, "mentor": mentor} for mentee, mentor in pins]
    asked = problem(mentees, mentors, rules, [COVERAGE, CALM])
    assert tiers(asked)["calm"].value == value
    assert len(pm.match(asked).verification.blocking_pairs) == -value


def test_unmatched_mentees_block():
    """Without coverage, leaving a mentee out of a free seat is a blocking pair, and is avoided."""
    assert answer(problem("a", "m", tiers=[CALM])) == {"a": "m"}
