import numpy as np

from prssmi_match.scale.ranked import best_of_rows


def test_best_of_rows():
    """The two greatest of each row, sorted by column, and what none of the others exceeds; refused ones never."""
    worth = np.array([[5, 9, 7, 1], [-1, -1, 3, -1], [-1, -1, -1, -1], [2, 1, 4, 3]])
    row, column, rest = best_of_rows(worth, 2, np.arange(4))
    assert list(zip(row.tolist(), column.tolist(), strict=True)) == [(0, 1), (0, 2), (1, 2), (3, 2), (3, 3)]
    assert rest.tolist() == [7, -1, -1, 3]


def test_rows_that_are_kept_whole_leave_nothing_out():
    """Where there are no more columns than are wanted, all but the refused are kept."""
    row, column, rest = best_of_rows(np.array([[0, -1], [4, 4]]), 2, np.arange(2))
    assert list(zip(row.tolist(), column.tolist(), strict=True)) == [(0, 0), (1, 0), (1, 1)]
    assert rest.tolist() == [-1, -1]


def test_ties_depend_on_the_row_alone():
    """Which of equal numbers are taken is the same whichever other rows are asked about."""
    worth = np.full((6, 9), 3)
    row, column, _ = best_of_rows(worth, 2, np.arange(6))
    _, alone, _ = best_of_rows(worth[4:5], 2, np.array([4]))
    assert column[row == 4].tolist() == alone.tolist()
    assert len(set(column.tolist())) > 2
