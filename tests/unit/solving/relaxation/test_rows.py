import numpy as np

from prssmi_match.problem.values import LARGEST
from prssmi_match.solving.relaxation import LinearRows

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
