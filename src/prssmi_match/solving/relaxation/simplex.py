"""The linear solver, at work on rows that come one after the other."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from ortools.linear_solver import pywraplp

from prssmi_match.problem.values import LARGEST

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from prssmi_match.solving.relaxation.rows import LinearRows

__all__ = ["Simplex"]


class Simplex:
    """Variables within bounds and rows, of which a sum is maximized; each search begins where the last one ended."""

    def __init__(self) -> None:
        self._solver = pywraplp.Solver.CreateSolver("GLOP")
        self._variables: list[pywraplp.Variable] = []
        self._rows: list[pywraplp.Constraint] = []
        self._earned: NDArray[np.float64] = np.zeros(0)
        self._unit = 1
        self._lower: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        self._upper: NDArray[np.int64] = np.zeros(0, dtype=np.int64)

    def bound(self, lower: NDArray[np.int64], upper: NDArray[np.int64]) -> None:
        """Set the bounds of all variables; those beyond the known ones are added."""
        known = len(self._variables)
        moved = np.flatnonzero((lower[:known] != self._lower) | (upper[:known] != self._upper))
        for place in moved.tolist():
            self._variables[place].SetBounds(float(lower[place]), float(upper[place]))
        for low, high in zip(lower[known:].tolist(), upper[known:].tolist(), strict=True):
            self._variables.append(self._solver.NumVar(low, high, ""))
        self._lower, self._upper = lower.copy(), upper.copy()
        self._earned = np.concatenate([self._earned, np.zeros(len(lower) - known)])

    def add(self, rows: LinearRows, slack: float = 0.0) -> None:
        """Add rows, each of which may be missed by a slack."""
        index, coefficient = rows.index.tolist(), rows.coefficient.tolist()
        first, ends = rows.first.tolist(), zip(rows.low.tolist(), rows.high.tolist(), strict=True)
        for row, (low, high) in enumerate(ends):
            constraint = self._solver.RowConstraint(_end(low - slack), _end(high + slack), "")
            for term in range(first[row], first[row + 1]):
                constraint.SetCoefficient(self._variables[index[term]], coefficient[term])
            self._rows.append(constraint)

    def pin(self, row: int, value: int) -> None:
        """Let a row add up to exactly one value from now on."""
        self._rows[row].SetBounds(float(value), float(value))

    def maximize(self, earned: NDArray[np.int64], seconds: float) -> bool:
        """Maximize a sum; return whether the solver says that it did."""
        objective = self._solver.Objective()
        objective.SetMaximization()
        self._unit = _unit(earned)
        scaled = earned / self._unit
        for place in np.flatnonzero(scaled != self._earned).tolist():
            objective.SetCoefficient(self._variables[place], float(scaled[place]))
        self._earned = scaled
        # For the solver 0 milliseconds are no limit.
        self._solver.SetTimeLimit(math.ceil(1000 * seconds) + 1 if math.isfinite(seconds) else 0)
        return bool(self._solver.Solve() == self._solver.OPTIMAL)

    def solution(self) -> NDArray[np.float64]:
        """Return the value of each variable."""
        return np.array([variable.solution_value() for variable in self._variables])

    def prices(self) -> NDArray[np.float64]:
        """Return what one more of each row would be worth."""
        return np.array([row.dual_value() for row in self._rows]) * self._unit


def _unit(earned: NDArray[np.int64]) -> int:
    """Return a power of two that brings a sum near to ones: with billions, as of lots, the solver gives up."""
    return 1 << max(0, int(np.abs(earned).max(initial=0)).bit_length() - 10)


def _end(value: float) -> float:
    return math.copysign(math.inf, value) if abs(value) >= LARGEST else value
