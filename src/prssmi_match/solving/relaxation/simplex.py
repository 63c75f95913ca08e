"""The linear solver, at work on a program that changes between its searches.

It is GLOP, told of all changes at once through the messages of MathOpt: one call for each number would take as long as
the search itself.
"""

from __future__ import annotations

import math
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

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
    from numpy.typing import NDArray
    from ortools.math_opt.result_pb2 import SolveResultProto
    from ortools.math_opt.sparse_containers_pb2 import SparseDoubleVectorProto

    from prssmi_match.solving.budget import Budget
    from prssmi_match.solving.relaxation.program import Program
    from prssmi_match.solving.relaxation.rows import LinearRows

__all__ = ["Optimum", "Simplex"]


class Optimum(NamedTuple):
    """The value of each variable, and what one more of each row would be worth."""

    solution: NDArray[np.float64]
    prices: NDArray[np.float64]


class Simplex:
    """A solver that begins each search where the last one ended.

    Variables and rows may be added from one program to the next; the terms of a row stay what they were.
    """

    def __init__(self) -> None:
        maximizing = ModelProto()
        maximizing.objective.maximize = True
        self._solver = mathopt.new(SOLVER_TYPE_GLOP, maximizing, SolverInitializerProto())
        self._told = {name: np.zeros(0) for name in ("lower", "upper", "low", "high", "earned")}

    def maximize(self, program: Program, slack: NDArray[np.float64], budget: Budget) -> Optimum | None:
        """Return the best of a program; None where the solver does not say that it has it.

        Parameters
        ----------
        slack : array of float, one a row
            What each row may be missed by.
        """
        unit = _unit(program.earned)
        self._tell(program, slack, unit)
        interrupter = SolveInterrupter()
        result: SolveResultProto = interruptible(
            lambda: self._solver.solve(
                _parameters(budget.remaining),
                ModelSolveParametersProto(),
                None,
                CallbackRegistrationProto(),
                None,
                interrupter.pybind_interrupter,
            ),
            interrupter.interrupt,
            budget,
        )
        if result.termination.reason != TERMINATION_REASON_OPTIMAL:
            return None
        best = result.solutions[0]
        solution = _dense(best.primal_solution.variable_values, len(program.lower))
        return Optimum(solution, unit * _dense(best.dual_solution.dual_values, len(program.rows)))

    def _tell(self, program: Program, slack: NDArray[np.float64], unit: int) -> None:
        """Tell the solver what is new, and what has changed."""
        rows, update = program.rows, ModelUpdateProto()
        known = len(self._told["low"])
        self._tell_ends(
            update.new_variables,
            update.variable_updates,
            {"lower": program.lower.astype(float), "upper": program.upper.astype(float)},
        )
        low = np.where(rows.low <= -LARGEST, -math.inf, rows.low - slack)
        high = np.where(rows.high >= LARGEST, math.inf, rows.high + slack)
        self._tell_ends(update.new_linear_constraints, update.linear_constraint_updates, {"low": low, "high": high})
        update.new_variables.integers.extend([False] * len(update.new_variables.ids))
        places, coefficients = _terms(rows, known, len(program.lower))
        matrix = update.linear_constraint_matrix_updates
        matrix.row_ids.extend((places // len(program.lower)).tolist())
        matrix.column_ids.extend((places % len(program.lower)).tolist())
        matrix.coefficients.extend(coefficients.tolist())
        self._tell_changes(update.objective_updates.linear_coefficients, "earned", program.earned / unit)
        self._solver.update(update)

    def _tell_ends(self, new: Any, updates: Any, ends: dict[str, NDArray[np.float64]]) -> None:  # noqa: ANN401 - messages
        """Tell the lower and the upper ends of variables, or of rows."""
        known = len(self._told[next(iter(ends))])
        new.ids.extend(range(known, len(next(iter(ends.values())))))
        for (name, values), side in zip(ends.items(), ("lower_bounds", "upper_bounds"), strict=True):
            getattr(new, side).extend(values[known:].tolist())
            self._tell_changes(getattr(updates, side), name, values, known)

    def _tell_changes(
        self, updates: SparseDoubleVectorProto, name: str, values: NDArray[np.float64], of: int | None = None
    ) -> None:
        told = self._told[name]
        told = np.concatenate([told, np.zeros(len(values) - len(told))])
        changed = np.flatnonzero((values != told)[:of])
        updates.ids.extend(changed.tolist())
        updates.values.extend(values[changed].tolist())
        self._told[name] = values


def _terms(rows: LinearRows, first: int, width: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return where the terms of the rows from one on are (row x width + variable), in order, each once."""
    terms = slice(rows.first[first], None)
    places = np.repeat(np.arange(first, len(rows)), rows.sizes[first:]) * width + rows.index[terms]
    once, place = np.unique(places, return_inverse=True)
    coefficients = np.bincount(place, weights=rows.coefficient[terms].astype(float), minlength=len(once))
    return once, coefficients.astype(float)


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
