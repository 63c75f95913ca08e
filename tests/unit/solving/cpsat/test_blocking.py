import pytest

from prssmi_match.compatibility import assess
from prssmi_match.solving.cpsat import Formulation
from unit.solving.answers import problem

STABLE = {"kind": "stability"}


def formulation(mentees, mentors, *rules):
    """Return the model of a stable problem."""
    return Formulation(assess(problem(mentees, mentors, [STABLE, *rules])))


@pytest.mark.parametrize("kind", ["selection", "opening"])
def test_maximum_that_leaves_nobody_out_excuses_nobody(kind):
    """Where all mentees, or mentors, fit under a maximum, nothing is added for those whom it would excuse."""
    without, roomy, tight = (
        len(formulation("abc", "mno", *rules).variables.auxiliaries)
        for rules in ([], [{"kind": kind, "max": 3}], [{"kind": kind, "max": 2}])
    )
    assert roomy == without < tight


def test_nothing_is_said_of_hopeless_pairs():
    """Where every mentee has only its first choice left, one row leaves out the rest, and each mentee has one more."""
    mentees, mentors = (
        [{"id": site, "preferences": [[other]]} for site, other in zip(*sides, strict=True)]
        for sides in (("abcd", "mnop"), ("mnop", "abcd"))
    )
    model = formulation(mentees, mentors)
    rows = [constraint.linear for constraint in model.model.proto.constraints if constraint.has_linear()]
    assert not model.variables.auxiliaries
    assert sorted(len(row.vars) for row in rows) == [1, 1, 1, 1, 4, 4, 4, 4, 12]


def test_grows_with_the_number_of_pairs():
    """Twice as many mentors for sites without preferences take twice as many terms, not four times."""
    small, large = (_terms(formulation("abcdefgh", [f"m{number}" for number in range(count)])) for count in (20, 40))
    assert small < large <= 2.1 * small


def _terms(model):
    return sum(len(row.linear.vars) for row in model.model.proto.constraints if row.has_linear())
