"""A model in which levers can be moved, each at a cost, and the least that is enough."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from prssmi_match.problem.values import LARGEST
from prssmi_match.solving.cpsat.driver import solve

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ortools.sat.python import cp_model

    from prssmi_match.solving.budget import Budget
    from prssmi_match.solving.cpsat.slack import Slack

__all__ = ["Amounts", "PricedModel"]

L = TypeVar("L")
"""One thing that can be changed."""


@dataclass(frozen=True, slots=True)
class Amounts(Generic[L]):
    """How far levers are moved; None where no amounts are enough.

    Attributes
    ----------
    proved : bool
        Whether nothing cheaper is enough; False only where time ran out.
    """

    by_lever: Mapping[L, int] | None
    proved: bool


class PricedModel(Generic[L]):
    """A model with a slack for every lever, and what all that is moved costs."""

    def __init__(self, model: cp_model.CpModel, slacks: Mapping[L, Slack], cost: cp_model.LinearExpr) -> None:
        self._model = model
        self._slacks = slacks
        self._cost = cost

    def cheapest(self, budget: Budget) -> Amounts[L]:
        """Return the cheapest amounts that are enough and not forbidden."""
        self._model.maximize(-self._cost)
        answer = solve(self._model, budget)
        if not answer.feasible:
            return Amounts(None, proved=answer.feasible is False)
        if answer.optimal and answer.bound is not None:
            self._model.add_linear_constraint(self._cost, -answer.bound, LARGEST)  # what is left is no cheaper
        moved = {lever: sum(1 << place for place in answer.chosen(slack.bits)) for lever, slack in self._slacks.items()}
        return Amounts({lever: amount for lever, amount in moved.items() if amount}, proved=answer.optimal)

    def is_exhausted(self, budget: Budget) -> bool:
        """Whether it is known that no amounts are left that are enough."""
        self._model.clear_objective()  # type: ignore[no-untyped-call]
        return solve(self._model, budget).feasible is False

    def forbid(self, amounts: Mapping[L, int]) -> None:
        """Leave out these amounts, and all that move each of these levers as far or further."""
        self._model.add_bool_or([self._slacks[lever].below(amount) for lever, amount in amounts.items()])
