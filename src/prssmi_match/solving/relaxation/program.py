"""A linear program over whole variables, on arrays."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

import numpy as np

from prssmi_match.problem.values import LARGEST
from prssmi_match.solving.connected import bundles, first_connected
from prssmi_match.solving.relaxation.rows import exact_product

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from prssmi_match.solving.relaxation.rows import LinearRow, LinearRows

__all__ = ["Program"]


@dataclass(frozen=True, slots=True)
class Program:
    """Bounds, rows, and a sum that is maximized.

    Parameters
    ----------
    lower, upper : array of int64, one a variable
        The bounds of the variables, inclusive.
    rows : LinearRows
        The rows.
    earned : array of int64, one a variable
        What a unit of each adds to what is maximized.
    """

    lower: NDArray[np.int64]
    upper: NDArray[np.int64]
    rows: LinearRows
    earned: NDArray[np.int64]

    def value(self, values: NDArray[np.int64]) -> int:
        """Return what values earn."""
        return exact_product(self.earned, values)

    def among(self, values: NDArray[np.int64], is_open: NDArray[np.bool_]) -> Self:
        """Return what is left once all variables but the open ones have their values."""
        lower, upper = np.where(is_open, self.lower, values), np.where(is_open, self.upper, values)
        return replace(self, lower=lower, upper=upper, rows=self.rows.left(lower, upper))

    def parts(self, enough: int = 1) -> list[NDArray[np.int64]]:
        """Return the variables that have a choice in parts that no row connects: each can be maximized by itself.

        Parameters
        ----------
        enough : int
            Small parts are put together until they have so many variables.
        """
        rows = self.rows.left(self.lower, self.upper)
        index, row = rows.index, np.repeat(np.arange(len(rows)), rows.sizes)
        together = row[1:] == row[:-1]
        root = first_connected(len(self.lower), index[:-1][together], index[1:][together])
        free = np.flatnonzero(self.lower < self.upper)
        bundle = bundles(root[free], np.ones(len(free), dtype=np.int64), enough)
        return [free[bundle == one] for one in range(int(bundle.max(initial=-1)) + 1)]

    def at_best(self, values: NDArray[np.int64]) -> list[LinearRow]:
        """Return what keeps a sum at its best, which values have: each part at its own best, and what is settled."""
        rows = []
        for part in (*self.parts(), np.flatnonzero(self.lower == self.upper)):
            terms = part[self.earned[part] != 0]
            earned = self.earned[terms]
            rows.append((terms.tolist(), earned.tolist(), exact_product(earned, values[terms]), LARGEST))
        return [row for row in rows if row[0]]
