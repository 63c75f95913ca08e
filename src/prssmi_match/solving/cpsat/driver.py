"""The only place that runs the solver."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from prssmi_match.solving.interruptible import interruptible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.solving.budget import Budget

__all__ = ["Answer", "solve"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the solver found.

    Attributes
    ----------
    feasible : bool or None
        Whether there is a solution; None where time ran out before that was known.
    optimal : bool
        Whether the solution is proved best.
    bound : int or None
        What no solution exceeds, where an objective was maximized.
    """

    feasible: bool | None
    optimal: bool
    bound: int | None
    _solver: cp_model.CpSolver

    def chosen(self, variables: Sequence[cp_model.IntVar]) -> list[int]:
        """Return the positions of the 0-1 variables that are 1."""
        return [position for position, var in enumerate(variables) if self._solver.boolean_value(var)]

    def values(self, variables: Sequence[cp_model.IntVar]) -> list[int]:
        """Return the values of variables."""
        return [self._solver.value(var) for var in variables]

    @property
    def core(self) -> set[int]:
        """The variables of assumptions that cannot all hold, by index."""
        literals = self._solver.sufficient_assumptions_for_infeasibility()
        return {literal if literal >= 0 else -literal - 1 for literal in literals}


def solve(model: cp_model.CpModel, budget: Budget, *, told: bool = True, known_bound: int | None = None) -> Answer:
    """Solve a model within a budget; an interrupt ends the budget and keeps what was found.

    Parameters
    ----------
    told : bool
        Whether the budget's listener is told of each better solution: where the objective is that of a tier.
    known_bound : int or None
        What the listener is told that no solution exceeds, where the model is only a part of what is searched.

    Raises
    ------
    RuntimeError
        If the solver refuses the model: our bug.
    """
    solver = _solver(budget)
    is_heard = told and budget.on_progress is not None and model.has_objective()
    listener = _Listener(budget, known_bound) if is_heard else None
    status = interruptible(lambda: solver.solve(model, listener), solver.stop_search, budget)
    if listener is not None and listener.failure is not None:
        if not isinstance(listener.failure, KeyboardInterrupt):
            raise listener.failure
        budget.stop()
    if status == cp_model.MODEL_INVALID:
        message = f"the solver refuses the model: {model.validate()}"
        raise RuntimeError(message)
    if status in {cp_model.FEASIBLE, cp_model.UNKNOWN} and not budget.is_over:
        budget.expire()  # the solver sees the end of its time a moment before the clock does
    known = {cp_model.OPTIMAL: True, cp_model.FEASIBLE: True, cp_model.INFEASIBLE: False}
    bound = _whole_bound(solver) if model.has_objective() and status != cp_model.INFEASIBLE else None
    return Answer(known.get(status), status == cp_model.OPTIMAL, bound, solver)


def _solver(budget: Budget) -> cp_model.CpSolver:
    """Return a solver with the parameters of every search."""
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.num_workers = budget.workers
    parameters.catch_sigint_signal = False
    # This presolve step of 9.15 calls feasible models infeasible (google/or-tools issue 5293); 0 turns it off.
    parameters.presolve_inclusion_work_limit = 0
    # The models are small and near to integral: long presolve costs more than it saves (more than half at 40 x 10).
    parameters.max_presolve_iterations = 1
    parameters.cp_model_probing_level = 0
    parameters.symmetry_level = 0
    # The bound comes from the relaxation: without its full form, 24 x 9 with stability or 200 x 60 stay unproved.
    parameters.linearization_level = 2
    if math.isfinite(budget.remaining):
        parameters.max_time_in_seconds = budget.remaining
    return solver


def _whole_bound(solver: cp_model.CpSolver) -> int | None:
    bound = solver.best_objective_bound
    return math.floor(bound + 1e-6) if math.isfinite(bound) else None


class _Listener(cp_model.CpSolverSolutionCallback):
    """Tells the budget's listener of each better solution."""

    def __init__(self, budget: Budget, known_bound: int | None) -> None:
        super().__init__()
        self._budget = budget
        self._known_bound = known_bound
        self.failure: BaseException | None = None

    def on_solution_callback(self) -> None:
        """Report; what the listener raises is kept, since it cannot cross the solver."""
        try:
            bound = self._known_bound
            if bound is None:
                bound = math.floor(self.best_objective_bound + 1e-6)
            self._budget.report(round(self.objective_value), bound)
        except BaseException as failure:  # noqa: BLE001 - raised again once the solver has returned
            self.failure = failure
            self.stop_search()
