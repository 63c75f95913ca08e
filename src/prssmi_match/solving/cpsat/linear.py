"""What a model of CP-SAT says in linear rows: read from the model, so that no encoder has to say it twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from ortools.sat.python import cp_model

from prssmi_match.solving.relaxation.rows import LinearRows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from numpy.typing import NDArray
    from ortools.sat.python.cp_model_helper import ConstraintProto

    from prssmi_match.solving.relaxation.rows import LinearRow

__all__ = ["bounds_from", "post_rows", "rows_from"]

FREE = 2**62


def bounds_from(model: cp_model.CpModel, first: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the bounds of the variables of a model, from a position on."""
    variables = model.proto.variables
    domains = [list(variables[place].domain) for place in range(first, len(variables))]
    ends = np.array([(domain[0], domain[-1]) for domain in domains], dtype=np.int64).reshape(-1, 2)
    return ends[:, 0].copy(), ends[:, 1].copy()


def rows_from(model: cp_model.CpModel, first: int) -> LinearRows:
    """Return the constraints of a model, from a position on, as linear rows: they say the same.

    Raises
    ------
    NotImplementedError
        If a constraint is not linear, or holds only under a condition: no rule of ours is, in a strict model.
    """
    constraints = model.proto.constraints
    return LinearRows.of(row for place in range(first, len(constraints)) for row in _rows_of(constraints[place]))


def post_rows(model: cp_model.CpModel, variable: Callable[[int], cp_model.IntVar], rows: Iterable[LinearRow]) -> None:
    """Add linear rows to a model, given its variable for each position."""
    for places, coefficients, low, high in rows:
        counted = cp_model.LinearExpr.weighted_sum([variable(place) for place in places], coefficients)
        model.add_linear_constraint(counted, low, high)


def _rows_of(constraint: ConstraintProto) -> Iterator[LinearRow]:
    unless = [_negated(literal) for literal in constraint.enforcement_literal]
    if constraint.has_bool_and():
        variables, signs, low, high = _counted(unless, 1, FREE)
        for literal in constraint.bool_and.literals:
            if literal >= 0:
                yield [literal, *variables], [1, *signs], low, high
            else:
                yield [_negated(literal), *variables], [-1, *signs], low - 1, high - 1
    elif constraint.has_bool_or():
        yield _counted([*constraint.bool_or.literals, *unless], 1, FREE)
    elif constraint.has_linear() and not unless:
        linear = constraint.linear
        domain = list(linear.domain)
        yield list(linear.vars), list(linear.coeffs), domain[0], domain[-1]
    elif constraint.has_at_most_one() and not unless:
        yield _counted(list(constraint.at_most_one.literals), -FREE, 1)
    else:
        raise NotImplementedError(str(constraint))


def _counted(literals: list[int], low: int, high: int) -> LinearRow:
    """Return the row of how many literals hold."""
    variables = [literal if literal >= 0 else _negated(literal) for literal in literals]
    signs = [1 if literal >= 0 else -1 for literal in literals]
    negated = signs.count(-1)
    return variables, signs, low - negated, high - negated


def _negated(literal: int) -> int:
    return -literal - 1
