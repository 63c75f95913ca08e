import numpy as np

from prssmi_match.problem.values import LARGEST
from prssmi_match.solving.relaxation import LinearRows, Program

ROWS = LinearRows.of([([0, 1], [1, 1], 0, 1), ([2, 3], [1, -1], 0, 2**60), ([0, 2, 4], [1, 1, 1], 0, 3)])


def asked(*earned):
    """Return a program of 0-1 variables."""
    zeros = np.zeros(len(earned), dtype=np.int64)
    return Program(zeros, zeros + 1, ROWS, np.array(earned))


def parts(found):
    """Return the parts as lists."""
    return [part.tolist() for part in found.parts()]


def test_a_row_that_cannot_be_broken_connects_nothing():
    """At most three of three says nothing; small parts can be put together."""
    assert parts(asked(1, 1, 1, 1, 1)) == [[0, 1], [2, 3], [4]]
    assert [part.tolist() for part in asked(1, 1, 1, 1, 1).parts(3)] == [[0, 1], [2, 3, 4]]


def test_what_is_at_its_best_is_so_in_every_part():
    """A row for each part that earns anything, and one for what is settled."""
    is_open = np.array([True, True, True, True, False])
    left = asked(5, 3, 0, 0, 2).among(np.array([0, 0, 0, 0, 1]), is_open)
    assert left.at_best(np.array([1, 0, 1, 1, 1])) == [([0, 1], [5, 3], 5, LARGEST), ([4], [2], 2, LARGEST)]


def test_what_is_settled_is_in_no_part():
    """Of a row with a settled variable the others stay, with what is left for them."""
    is_open = np.array([True, False, True, True, False])
    left = asked(1, 1, 1, 1, 1).among(np.array([0, 1, 0, 0, 1]), is_open)
    assert parts(left) == [[0], [2, 3]]
    assert [left.rows.index.tolist(), left.rows.high.tolist()[0]] == [[0, 2, 3], 0]


def test_values_without_limit():
    """What values earn is added up without overflow."""
    assert asked(2**62, 2**62, 2**62, 0, -1).value(np.array([1, 1, 1, 1, 1])) == 3 * 2**62 - 1
