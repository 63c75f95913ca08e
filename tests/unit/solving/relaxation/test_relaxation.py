import numpy as np
import pytest

from prssmi_match.solving import Budget
from prssmi_match.solving.relaxation import LinearRows, Relaxation

EVER = Budget()


def relaxed(rows, variables=3):
    """Return a relaxation of 0-1 variables."""
    relaxation = Relaxation()
    zeros = np.zeros(variables, dtype=np.int64)
    relaxation.grow(zeros, zeros + 1, LinearRows.of(rows))
    return relaxation


def best(relaxation, *earned):
    """Return the bound on a sum."""
    return relaxation.maximize(np.array(earned), EVER)


def test_a_bound_and_a_solution():
    """At most one of three: the best of them."""
    bound = best(relaxed([([0, 1, 2], [1, 1, 1], 0, 1)]), 3, 9, 4)
    assert bound.value == 9
    assert bound.solution.tolist() == [0, 1, 0]


def test_rows_of_two_come_in_where_they_are_broken():
    """A pair of variables that exclude each other is told once the solution has both."""
    relaxation = relaxed([([0, 1], [1, 1], 0, 1), ([1, 2], [1, 1], 0, 1)])
    assert best(relaxation, 3, 4, 3).value == 6
    assert best(relaxation, 3, 9, 3).value == 9


def test_what_is_held_at_its_bound_is_a_face():
    """What cannot be left without loss stays, and a full row stays full; then the next sum is maximized."""
    relaxation = relaxed([([0, 1, 2], [1, 1, 1], 0, 1)])
    earned = np.array([5, 5, 1])
    relaxation.hold(earned, 5, 2**53, relaxation.maximize(earned, EVER))
    assert relaxation.upper.tolist() == [1, 1, 0]
    assert best(relaxation, -7, -8, 9).value == -7


def test_what_is_held_above_its_bound_cannot_be():
    """More than there is leaves nothing."""
    relaxation = relaxed([([0, 1, 2], [1, 1, 1], 0, 1)])
    earned = np.array([5, 5, 1])
    relaxation.hold(earned, 6, 2**53, relaxation.maximize(earned, EVER))
    assert best(relaxation, 1, 1, 1) is None
    assert not relaxation.keeps(np.array([1, 0, 0]))


def test_what_is_held_below_its_bound_is_a_row():
    """Some of it may be lost, no more."""
    relaxation = relaxed([([0, 1, 2], [1, 1, 1], 0, 2)])
    earned = np.array([5, 4, 1])
    relaxation.hold(earned, 6, 2**53, relaxation.maximize(earned, EVER))
    assert best(relaxation, 0, 1, 9).value == 9
    assert best(relaxation, -4, 0, -4).value == -4
    assert not relaxation.keeps(np.array([0, 1, 1]))
    assert relaxation.keeps(np.array([1, 0, 1]))


@pytest.mark.parametrize(("least", "most", "ends"), [(0, 0, [0, 1, 0]), (1, 9, [1, 0, 1])])
def test_a_sum_at_its_end_settles_its_variables(least, most, ends):
    """A sum that is held where it is least, or most, needs no solver."""
    relaxation = relaxed([])
    least, most = (value - 1 for value in (least, most)) if not least else (2, 9)
    assert relaxation.hold_at_end(np.array([1, -1, 1]), least, most)
    assert relaxation.lower.tolist() == relaxation.upper.tolist() == ends


def test_a_sum_inside_its_range_settles_nothing():
    """Else the variables keep their choice."""
    relaxation = relaxed([])
    assert not relaxation.hold_at_end(np.array([1, -1, 1]), 1, 9)
    assert relaxation.upper.tolist() == [1, 1, 1]


def test_a_dive_takes_what_is_taken_most():
    """Of three that may be used once, the one that a solution uses most is used, and no other."""
    rows = [([3, 4, 5], [1, 1, 1], 0, 1), *(([place, place + 3], [-1, 1], 0, 2**60) for place in range(3))]
    relaxation = relaxed(rows, 6)
    earned = np.array([5, 6, 4, 0, 0, 0])
    found = relaxation.dive(earned, np.array([0, 0, 0, 0.3, 0.2, 0.5]), np.arange(3, 6), EVER)
    assert found[3:].tolist() == [0, 0, 1]
    assert relaxation.upper.tolist() == [1] * 6


def test_no_solution_and_no_time():
    """Where the solver has no answer, there is no bound."""
    assert best(relaxed([([], [], 1, 2)]), 1, 1, 1) is None


def test_what_is_at_its_best_is_held_part_by_part():
    """Of two groups of three, any two of which exclude each other, one each is the best: neither can have less."""
    rows = [([first + a, first + b], [1, 1], 0, 1) for first in (0, 3) for a, b in ((0, 1), (0, 2), (1, 2))]
    taken, anyone = np.array([1, 0, 0, 1, 0, 0]), np.ones(6, dtype=np.int64)
    part_by_part, together = relaxed(rows, 6), relaxed(rows, 6)
    part_by_part.hold_best(anyone, part_by_part.maximize(anyone, EVER), taken)
    assert best(part_by_part, -2, -2, -2, 0, 0, 0).value == -2
    together.hold(anyone, 2, 2**53, together.maximize(anyone, EVER))
    assert best(together, -2, -2, -2, 0, 0, 0).value == -1


def test_a_best_that_meets_its_bound_is_a_face():
    """Where nothing is lost to the bound, no row is needed."""
    relaxation = relaxed([([0, 1, 2], [1, 1, 1], 0, 1)])
    earned = np.array([5, 5, 1])
    relaxation.hold_best(earned, relaxation.maximize(earned, EVER), np.array([0, 1, 0]))
    assert relaxation.upper.tolist() == [1, 1, 0]
    assert len(relaxation.whole(earned).rows) == 1
