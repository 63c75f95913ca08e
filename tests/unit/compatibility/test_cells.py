import numpy as np
import pytest

from prssmi_match.compatibility.cells import Cells, block_size, blocks
from prssmi_match.compatibility.kinds import by_kinds, numbered
from prssmi_match.compatibility.stated import Stated

GRID = Cells.of_rows(np.array([0, 2]), 3)
LIST = Cells(np.array([0, 2, 2]), np.array([1, 0, 2]))


def test_shapes():
    """Rows of the grid have a value for each mentor, a list one a pair."""
    assert (GRID.is_grid, GRID.shape) == (True, (2, 3))
    assert (LIST.is_grid, LIST.shape) == (False, (3,))


def test_look_up():
    """Each mentee looks into its own row of a table, and each mentor into its column."""
    table, row = np.array([[1, 2, 3], [4, 5, 6]]), np.array([0, 0, 1])
    assert GRID.look_up(table, row).tolist() == [[1, 2, 3], [4, 5, 6]]
    assert LIST.look_up(table, row).tolist() == [2, 4, 6]


@pytest.mark.parametrize(("size", "runs"), [(2, [[0, 1], [2, 3], [4]]), (9, [[0, 1, 2, 3, 4]])])
def test_blocks(size, runs):
    """Mentees are cut into runs; the last one is shorter."""
    assert [run.tolist() for run in blocks(np.arange(5), size)] == runs


def test_a_block_has_at_least_one_row():
    """However many mentors there are."""
    assert block_size(10**9) == 1
    assert block_size(0, 10) == block_size(1, 10) == 10


def test_stated():
    """What is not stated is 0; of two entries for a pair the later one counts."""
    stated = Stated([(2, 0, 7), (0, 1, 5), (0, 1, 6), (1, 2, 9)], 3)
    assert stated.of(GRID).tolist() == [[0, 6, 0], [7, 0, 0]]
    assert stated.of(LIST).tolist() == [6, 7, 0]
    assert stated.has(LIST).tolist() == [True, True, False]
    assert [one.tolist() for one in stated.entries_of(np.array([0, 1]))] == [[0, 1], [1, 2]]


def test_stated_in_rows_of_another_kind():
    """Rows can stand for what mentees have in common, in any order and more than once."""
    stated = Stated([(0, 0, 1), (1, 2, 4)], 3)
    assert stated.of(GRID, np.array([[1], [0]])).tolist() == [[0, 0, 4], [1, 0, 0]]
    assert stated.of(GRID, np.array([[1], [1]])).tolist() == [[0, 0, 4], [0, 0, 4]]
    assert stated.of(LIST, np.array([0, 0, 1])).tolist() == [0, 1, 4]


def test_nothing_stated():
    """Without entries everything is 0."""
    assert Stated([], 3).of(LIST).tolist() == [0, 0, 0]
    assert Stated([], 3).of(GRID).tolist() == [[0, 0, 0], [0, 0, 0]]


def test_by_kinds():
    """Two values are put together once, however many sites have them."""
    asked = []

    def value(one, other):
        asked.append((one, other))
        return len(one + other)

    points = by_kinds(["a", "bb", "a"], ["", "cc", ""], value)
    assert points(GRID).tolist() == [[1, 3, 1], [1, 3, 1]]
    assert points(Cells(np.array([1]), np.array([1]))).tolist() == [4]
    assert asked == [("a", ""), ("a", "cc"), ("bb", ""), ("bb", "cc")]


def test_numbered():
    """Numbers go on from those that are known already."""
    numbers, known = numbered(["x", "y", "x"], {"y": 0})
    assert (numbers.tolist(), known) == ([1, 0, 1], {"y": 0, "x": 1})
