import numpy as np

from prssmi_match.problem.values import LARGEST
from prssmi_match.solving.relaxation import LinearRows
from prssmi_match.solving.relaxation.rows import exact_product

ROWS = LinearRows.of([([0, 2], [1, -2], 0, 3), ([], [], 1, 2**60), ([1], [5], -(2**62), 5)])


def test_rows_on_arrays():
    """Terms stand one after the other, and limits beyond what a document can hold are none."""
    assert len(ROWS) == 3
    assert ROWS.sizes.tolist() == [2, 0, 1]
    assert ROWS.low.tolist() == [0, 1, -LARGEST]
    assert ROWS.high.tolist() == [3, LARGEST, 5]


def test_what_rows_add_up_to():
    """Every row adds up its terms, an empty one to nothing; those outside their limits are broken."""
    assert ROWS.activity(np.array([7, 1, 3])).tolist() == [1, 0, 5]
    assert ROWS.broken(np.array([7, 1, 3])).tolist() == [1]
    assert ROWS.broken(np.array([7.0, 1.1, 3.0]), 0.2).tolist() == [1, 2]


def test_what_rows_charge():
    """A variable pays the price of each row as often as it counts there."""
    assert ROWS.priced(np.array([10, 99, -1]), 4).tolist() == [10, -5, -20, 0]


def test_some_rows_and_more_rows():
    """Rows that are picked and joined again are what they were, in the new order."""
    values = np.array([7, 1, 3])
    assert ROWS.only(np.array([2, 0])).activity(values).tolist() == [5, 1]
    joined = ROWS.only(np.array([0])).joined(ROWS.only(np.array([1, 2])))
    assert joined.activity(values).tolist() == ROWS.activity(values).tolist()
    assert len(LinearRows.of([]).joined(ROWS)) == 3


def test_rows_that_are_left():
    """What is settled is taken off the limits, and what can no longer be broken is left out."""
    rows = LinearRows.of([([0, 1, 2], [1, 2, -1], -1, 3), ([1, 2], [1, 1], 0, 2), ([0], [1], 1, 1)])
    left = rows.left(np.array([0, 1, 0]), np.array([1, 1, 4]))
    assert (left.sizes.tolist(), left.index.tolist(), left.coefficient.tolist()) == (
        [2, 1, 1],
        [0, 2, 2, 0],
        [1, -1, 1, 1],
    )
    assert (left.low.tolist(), left.high.tolist()) == ([-3, -1, 1], [1, 1, 1])
    settled = rows.left(np.array([1, 1, 1]), np.array([1, 1, 1]))
    assert len(settled) == 0
    assert rows.left(np.array([0, 1, 1]), np.array([0, 1, 1])).sizes.tolist() == [0]


def test_rows_one_by_one():
    """Listed, and put on arrays again, rows are what they were."""
    listed = list(ROWS.listed())
    assert listed == [([0, 2], [1, -2], 0, 3), ([], [], 1, LARGEST), ([1], [5], -LARGEST, 5)]
    assert list(LinearRows.of(listed).listed()) == listed


def test_products_without_limit():
    """What arrays multiply to is added up without overflow."""
    assert exact_product(np.array([2**62, 0, -3]), np.array([4, 9, 1])) == 2**64 - 3
