"""What an encoder gives: linear rows, which a formulation posts strictly, guarded or relaxed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prssmi_match.problem.values import LARGEST

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

__all__ = ["Row", "at_least", "at_most", "between"]


class Row(NamedTuple):
    """Low <= expression <= high, inclusive; ``must`` is the site that the row demands, where a rule lists such."""

    expression: cp_model.LinearExpr
    low: int
    high: int
    must: str | None = None

    def post(self, model: cp_model.CpModel) -> cp_model.Constraint:
        """Add the row to a model."""
        return model.add_linear_constraint(self.expression, self.low, self.high)


def at_most(expression: cp_model.LinearExpr, high: int) -> Row:
    """Return a row with a maximum."""
    return Row(expression, -LARGEST, high)


def at_least(expression: cp_model.LinearExpr, low: int) -> Row:
    """Return a row with a minimum."""
    return Row(expression, low, LARGEST)


def between(expression: cp_model.LinearExpr, low: int | None, high: int | None) -> Row:
    """Return a row whose ends may be open (None)."""
    return Row(expression, -LARGEST if low is None else low, LARGEST if high is None else high)
