"""The linear solver, at work on a program that changes between its searches.

It is GLOP, told of all changes at once through the messages of MathOpt: one call for each number would take as long as
the search itself.
"""

from __future__ import annotations

import math
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from ortools.math_opt.callback_pb2 import CallbackRegistrationProto
from ortools.math_opt.core.python import solver as mathopt
from ortools.math_opt.model_parameters_pb2 import ModelSolveParametersProto
from ortools.math_opt.model_pb2 import ModelProto
from ortools.math_opt.model_update_pb2 import ModelUpdateProto
from ortools.math_opt.parameters_pb2 import (
    LP_ALGORITHM_DUAL_SIMPLEX,
    SOLVER_TYPE_GLOP,
    SolveParametersProto,
    SolverInitializerProto,
)
from ortools.math_opt.result_pb2 import TERMINATION_REASON_OPTIMAL
from ortools.util.python.solve_interrupter import SolveInterrupter

from prssmi_match.problem.values import LARGEST
from prssmi_match.solving.interruptible import interruptible

if TYPE_CHECKING:
    from collections.abc import MutableSequence

    from numpy.typing import NDArray
    from ortools.math_opt.result_pb2 import SolveResultProto
    from ortools.math_opt.sparse_containers_pb2 import SparseDoubleMatrixProto, SparseDoubleVectorProto

    from prssmi_match.solving.budget import Budget
    from prssmi_match.solving.relaxation.program import Program
    from prssmi_match.solving.relaxation.rows import LinearRows

__all__ = ["Optimum", "Simplex"]

SMALL = 2000
"""Among so few variables the search ends before anybody could interrupt it; a thread would take as long."""


class Optimum(NamedTuple):
    """The value of each variable, and what one more of each row would be worth."""

    solution: NDArray[np.float64]
    prices: NDArray[np.float64]


class Simplex:
    """A solver that begins each search where the last one ended.

    Variables and rows may be added from one program to the next; the terms of a row stay what they were. Variables that
    are settled can be let go of.
    """

    def __init__(self) -> None:
        maximizing = ModelProto()
        maximizing.objective.maximize = True
        self._solver = mathopt.new(SOLVER_TYPE_GLOP, maximizing, SolverInitializerProto())
        self._told = {name: np.zeros(0) for name in ("lower", "upper", "low", "high", "earned")}
        self._kept = np.zeros(0, dtype=np.bool_)

    def let_go(self, settled: NDArray[np.bool_]) -> None:
        """Let go of variables that are settled for good, once they are one in five.

        Parameters
        ----------
        settled : array of bool, one a variable
            Which are; later ones are not.
        """
        known = len(self._kept)
        gone = np.flatnonzero(self._kept & settled[:known])
        if 5 * len(gone) > np.count_nonzero(self._kept):
            self._solver.update(ModelUpdateProto(deleted_variable_ids=gone.tolist()))
            self._kept[gone] = False

    def maximize(self, program: Program, slack: NDArray[np.float64], budget: Budget) -> Optimum | None:
        """Return the best of a program; None where the solver does not say that it has it.

        Parameters
        ----------
        slack : array of float, one a row
            What each row may be missed by.
        """
        if (program.lower > program.upper).any() or (program.rows.low > program.rows.high).any():
            return None  # the solver would call it an error
        unit = _unit(program.earned)
        self._tell(program, slack, unit)
        result = self._solved(budget)
        if result.termination.reason != TERMINATION_REASON_OPTIMAL:
            return None
        best = result.solutions[0]
        solution = _dense(best.primal_solution.variable_values, len(program.lower))
        solution[~self._kept] = program.lower[~self._kept]
        return Optimum(solution, unit * _dense(best.dual_solution.dual_values, len(program.rows)))

    def _solved(self, budget: Budget) -> SolveResultProto:
        interrupter = SolveInterrupter()

        def solve() -> SolveResultProto:
            result: SolveResultProto = self._solver.solve(
                _parameters(budget.remaining),
                ModelSolveParametersProto(),
                None,
                CallbackRegistrationProto(),
                None,
                interrupter.pybind_interrupter,
            )
            return result

        is_small = np.count_nonzero(self._kept) <= SMALL
        return solve() if is_small else interruptible(solve, interrupter.interrupt, budget)

    def _tell(self, program: Program, slack: NDArray[np.float64], unit: int) -> None:
        """Tell the solver what is new, and what has changed."""
        rows, update, width = program.rows, ModelUpdateProto(), len(program.lower)
        known_rows, known = len(self._told["low"]), len(self._kept)
        self._kept = np.concatenate([self._kept, np.ones(width - known, dtype=np.bool_)])
        everywhere = np.ones(len(rows), dtype=np.bool_)
        settled = rows.activity(np.where(self._kept, 0, program.lower))
        low = np.where(rows.low <= -LARGEST, -math.inf, rows.low - settled - slack)
        high = np.where(rows.high >= LARGEST, math.inf, rows.high - settled + slack)
        new, ends = update.new_variables, update.variable_updates
        new.ids.extend(range(known, width))
        new.integers.extend([False] * (width - known))
        self._tell_changes("lower", program.lower.astype(float), self._kept, ends.lower_bounds, new.lower_bounds)
        self._tell_changes("upper", program.upper.astype(float), self._kept, ends.upper_bounds, new.upper_bounds)
        posted, limits = update.new_linear_constraints, update.linear_constraint_updates
        posted.ids.extend(range(known_rows, len(rows)))
        self._tell_changes("low", low, everywhere, limits.lower_bounds, posted.lower_bounds)
        self._tell_changes("high", high, everywhere, limits.upper_bounds, posted.upper_bounds)
        if known_rows < len(rows):
            _tell_terms(rows, known_rows, self._kept, update.linear_constraint_matrix_updates)
        self._tell_changes("earned", program.earned / unit, self._kept, update.objective_updates.linear_coefficients)
        self._solver.update(update)

    def _tell_changes(
        self,
        name: str,
        values: NDArray[np.float64],
        kept: NDArray[np.bool_],
        changes: SparseDoubleVectorProto,
        new: MutableSequence[float] | None = None,
    ) -> None:
        """Tell which numbers of those that are kept have changed, and the new ones where they have their own place."""
        told = self._told[name]
        if np.array_equal(told, values):
            return
        known = len(told) if new is not None else len(values)
        before = np.concatenate([told, np.zeros(len(values) - len(told))])[:known]
        changed = np.flatnonzero((values[:known] != before) & kept[:known])
        changes.ids.extend(changed.tolist())
        changes.values.extend(values[changed].tolist())
        if new is not None:
            new.extend(values[known:].tolist())
        self._told[name] = values


def _tell_terms(rows: LinearRows, first: int, kept: NDArray[np.bool_], matrix: SparseDoubleMatrixProto) -> None:
    """Tell the terms of the rows from one on, in the order of rows and variables, each once."""
    terms = slice(rows.first[first], None)
    places = np.repeat(np.arange(first, len(rows)), rows.sizes[first:]) * len(kept) + rows.index[terms]
    those = kept[rows.index[terms]]
    once, place = np.unique(places[those], return_inverse=True)
    coefficients = np.bincount(place, weights=rows.coefficient[terms][those].astype(float), minlength=len(once))
    matrix.row_ids.extend((once // len(kept)).tolist())
    matrix.column_ids.extend((once % len(kept)).tolist())
    matrix.coefficients.extend(coefficients.tolist())


def _unit(earned: NDArray[np.int64]) -> int:
    """Return a power of two that brings a sum near to ones: with billions, as of lots, the solver gives up."""
    return 1 << max(0, int(np.abs(earned).max(initial=0)).bit_length() - 10)


def _parameters(seconds: float) -> SolveParametersProto:
    # Rows come and go between searches: the dual simplex takes up what they leave, two to six times as fast here.
    parameters = SolveParametersProto(lp_algorithm=LP_ALGORITHM_DUAL_SIMPLEX)
    if math.isfinite(seconds):
        parameters.time_limit.FromTimedelta(timedelta(seconds=seconds))
    return parameters


def _dense(values: SparseDoubleVectorProto, size: int) -> NDArray[np.float64]:
    dense = np.zeros(size)
    dense[np.array(values.ids, dtype=np.int64)] = np.array(values.values)
    return dense
