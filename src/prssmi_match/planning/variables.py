"""The variables of a model: one for each date of an event, and others only where a rule or aim asks for them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from prssmi_match.planning.agenda import Agenda

__all__ = ["Dates", "Variables", "total"]

Dates = tuple[int, ...]
"""A plan as the engine holds it: for each event the place of its date among its options."""


class Variables:
    """The container of all variables.

    Attributes
    ----------
    date : list of list of IntVar
        Whether an event has a date, by the place of the event and of the option.
    others : list of (IntVar, callable)
        All others, each with its value in any plan, so that hints are always full.
    """

    def __init__(self, model: cp_model.CpModel, agenda: Agenda) -> None:
        self.model = model
        self.agenda = agenda
        self.date = [[model.new_bool_var("") for _ in event.options] for event in agenda.events]
        self.others: list[tuple[cp_model.IntVar, Callable[[Dates], int]]] = []
        for options in self.date:
            model.add_at_most_one(options)

    def integer(self, high: int, of: Callable[[Dates], int]) -> cp_model.IntVar:
        """Add a whole number from 0 on, with its value in any plan."""
        number = self.model.new_int_var(0, high, "")
        self.others.append((number, of))
        return number

    def between(self, event: int, first: date = date.min, last: date = date.max) -> list[cp_model.IntVar]:
        """Return the variables of the dates of an event that begin on one of these days."""
        options = self.agenda.events[event].options
        return [var for var, option in zip(self.date[event], options, strict=True) if first <= option.day <= last]


def total(variables: Sequence[cp_model.IntVar]) -> cp_model.LinearExpr:
    """Return the sum of variables, also of none."""
    return cp_model.LinearExpr.weighted_sum(variables, [1] * len(variables))
