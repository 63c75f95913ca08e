"""CP-SAT among the variables of a program that have a choice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from ortools.sat.python import cp_model

from prssmi_match.solving.cpsat.driver import solve
from prssmi_match.solving.cpsat.linear import post_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from prssmi_match.solving.budget import Budget
    from prssmi_match.solving.relaxation import Program

__all__ = ["Found", "search_core"]

PART = 100
"""Small parts are searched together until they have so many variables."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found.

    Attributes
    ----------
    feasible : bool or None
        Whether there is anything that is good enough; None where time ran out before that was known.
    optimal : bool
        Whether it is the best.
    values : array of int64, one a variable
        It; where there is nothing, what the others stay at.
    """

    feasible: bool | None
    optimal: bool
    values: NDArray[np.int64]


def search_core(program: Program, ends: tuple[int, int], budget: Budget) -> Found:
    """Return the best that earns something within ends; each part that no row connects with others by itself.

    Parameters
    ----------
    program : Program
        Its variables that have a choice are searched.
    ends : pair of int
        What has to be earned, and what is known that nothing exceeds.
    """
    values = program.lower.copy()
    if (program.rows.sizes == 0).any():
        return Found(feasible=False, optimal=False, values=values)
    parts = program.parts(PART)
    if len(parts) == 1:
        return _search(program, parts[0], budget, ends)
    is_best, first_of_row = True, program.rows.index[program.rows.first[:-1]]
    for part in parts:
        own = program.rows.only(np.flatnonzero(np.isin(first_of_row, part)))
        found = _search(replace(program, rows=own), part, budget, None)
        if not found.feasible:
            return found
        values[part], is_best = found.values[part], is_best and found.optimal
    is_enough = program.value(values) >= ends[0]
    return Found(is_enough or (False if is_best else None), is_enough and is_best, values)


def _search(program: Program, part: NDArray[np.int64], budget: Budget, ends: tuple[int, int] | None) -> Found:
    """Search one part; where it is the only one, within ends, which the listener hears of."""
    model, values = cp_model.CpModel(), program.lower.copy()
    bounds = zip(part.tolist(), program.lower[part].tolist(), program.upper[part].tolist(), strict=True)
    made = {place: model.new_int_var(low, high, "") for place, low, high in bounds}
    post_rows(model, made.__getitem__, program.rows.listed())
    earned = cp_model.LinearExpr.weighted_sum(list(made.values()), program.earned[part].tolist())
    if ends is None:
        model.maximize(earned)
    else:
        values[part] = 0
        total = earned + program.value(values)
        model.maximize(total)
        model.add_linear_constraint(total, *ends)
    answer = solve(model, budget, told=ends is not None, known_bound=None if ends is None else ends[1])
    if answer.feasible:
        values[part] = answer.values(list(made.values()))
    return Found(answer.feasible, answer.optimal, values)
