"""Smallest sets that have a member in common with each of many sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ortools.sat.python import cp_model

from prssmi_match.solving.cpsat.driver import solve

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prssmi_match.solving.budget import Budget
    from prssmi_match.solving.cpsat.driver import Answer

__all__ = ["Hit", "HittingSets"]

CHUNK = 40
"""Items whose order one objective settles: its coefficients are powers of two."""


class Hit(NamedTuple):
    """A hitting set, sorted; ``exists`` is None where time ran out before it was proved to be the first."""

    exists: bool | None
    members: tuple[int, ...] = ()


class HittingSets:
    """Sets of whole numbers that hit some sets, and do not have all of others."""

    def __init__(self) -> None:
        self._model = cp_model.CpModel()
        self._chosen: dict[int, cp_model.IntVar] = {}

    def hit(self, items: Iterable[int]) -> None:
        """Ask for at least one of these items."""
        self._model.add_bool_or([self._variable(item) for item in sorted(items)])

    def forbid(self, items: Iterable[int]) -> None:
        """Refuse every set that has all of these items."""
        self._model.add_bool_or([self._variable(item).negated() for item in sorted(items)])

    def smallest(self, budget: Budget) -> Hit:
        """Return the smallest set; of several, the first in order: 1, 4 comes before 1, 5, and that before 2, 3."""
        items, trial = sorted(self._chosen), self._model.clone()
        chosen, answer = self._best(trial, dict.fromkeys(items, -1), budget)
        trial.add_linear_constraint(cp_model.LinearExpr.sum(list(self._chosen.values())), len(chosen), len(chosen))
        for start in range(0, len(items), CHUNK):
            if not answer.optimal:
                break
            chunk = items[start : start + CHUNK]
            chosen, answer = self._best(trial, {item: 1 << CHUNK - place for place, item in enumerate(chunk)}, budget)
            for item in chunk:
                trial.add(self._chosen[item] == int(item in chosen))
        return (
            Hit(exists=True, members=tuple(chosen))
            if answer.optimal
            else Hit(None if answer.feasible else answer.feasible)
        )

    def _best(self, trial: cp_model.CpModel, coefficients: dict[int, int], budget: Budget) -> tuple[list[int], Answer]:
        """Maximize, and return the chosen items."""
        variables = [self._chosen[item] for item in coefficients]
        trial.maximize(cp_model.LinearExpr.weighted_sum(variables, list(coefficients.values())))
        answer = solve(trial, budget)
        items = sorted(self._chosen)
        chosen = answer.chosen([self._chosen[item] for item in items]) if answer.feasible else []
        return [items[position] for position in chosen], answer

    def _variable(self, item: int) -> cp_model.IntVar:
        if item not in self._chosen:
            self._chosen[item] = self._model.new_bool_var("")
        return self._chosen[item]
