"""CP-SAT, as a careful modeler would use it: one model, aim after aim, the last solution as the hint, one worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from ortools.sat.python import cp_model

from benchmarks.peers.program import Step

if TYPE_CHECKING:
    from benchmarks.peers.program import Program

__all__ = ["CpSat"]


class CpSat:
    """A program as a CP-SAT model.

    Parameters
    ----------
    linearization : int
        How much of the model becomes a linear relaxation; 1 is CP-SAT's default, 2 is everything.
    """

    def __init__(self, program: Program, linearization: int = 1) -> None:
        self._linearization = linearization
        self._model = cp_model.CpModel()
        matrix = program.matrix
        self._columns = [self._model.new_bool_var("") for _ in range(matrix.shape[1])]
        for row in range(matrix.shape[0]):
            part = slice(matrix.indptr[row], matrix.indptr[row + 1])
            low, high = (None if np.isinf(end[row]) else int(end[row]) for end in (program.low, program.high))
            self._add(matrix.indices[part], matrix.data[part], low, high)

    def maximize(self, weights: np.ndarray, seconds: float) -> Step:
        """Maximize a weighted sum of the columns."""
        (used,) = np.nonzero(weights)
        self._model.maximize(self._sum(used, weights[used]))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.linearization_level = self._linearization
        solver.parameters.max_time_in_seconds = seconds
        solver.parameters.presolve_inclusion_work_limit = 0  # as ours: google/or-tools issue 5293
        status = solver.solve(self._model)
        bound = int(np.floor(solver.best_objective_bound + 1e-6))
        if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            return Step(None, bound, np.zeros(0, dtype=bool))
        chosen = np.array(solver.values(self._columns), dtype=bool)
        self._model.clear_hints()  # type: ignore[no-untyped-call]
        for variable, value in zip(self._columns, chosen.tolist(), strict=True):
            self._model.add_hint(variable, value)
        return Step(int(weights[chosen].sum()), bound, chosen)

    def hold(self, weights: np.ndarray, least: int) -> None:
        """Keep a weighted sum from falling below a value, from now on."""
        (used,) = np.nonzero(weights)
        self._add(used, weights[used], least, None)

    def _sum(self, columns: np.ndarray, values: np.ndarray) -> cp_model.LinearExpr:
        return cp_model.LinearExpr.weighted_sum([self._columns[c] for c in columns.tolist()], values.tolist())

    def _add(self, columns: np.ndarray, values: np.ndarray, low: int | None, high: int | None) -> None:
        expression = self._sum(columns, values)
        if low is not None:
            self._model.add(expression >= low)
        if high is not None:
            self._model.add(expression <= high)
