"""The best few of each row of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["best_of_rows"]


def best_of_rows(
    worth: NDArray[np.int64], top: int, rows: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return row and column of the ``top`` greatest numbers of each row, sorted, and what none of the others exceeds.

    Parameters
    ----------
    worth : array of int64
        Only numbers of at least 0 are taken.
    rows : array of int64, one a row
        A number for each row. Equal numbers are taken in an order that is shuffled for each row by it alone, so that
        all rows do not take the same columns.
    """
    columns = worth.shape[1]
    if top >= columns:
        row, column = np.nonzero(worth >= 0)
        return row, column, np.full(len(worth), -1)
    last = np.partition(worth, columns - top, axis=1)[:, columns - top]
    row, column = np.nonzero(worth >= np.maximum(last, 0)[:, None])
    order = np.lexsort((_shuffled(rows[row], column), -worth[row, column], row))
    first = np.searchsorted(row, np.arange(len(worth)))
    taken = np.sort(order[np.arange(len(row)) - first[row] < top])
    return row[taken], column[taken], np.maximum(last, -1)


def _shuffled(row: NDArray[np.int64], column: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Return numbers that look drawn, but follow from the two alone (multiplications by large odd numbers)."""
    mixed = row.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + column.astype(np.uint64)
    mixed = (mixed ^ (mixed >> np.uint64(31))) * np.uint64(0xD6E8FEB86659FD93)
    return mixed ^ (mixed >> np.uint64(32))
