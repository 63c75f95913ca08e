"""The models of a calendar: the same rows, posted strictly to solve, guarded to blame, with slack to repair."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from prssmi_match.planning.rules import every_row
from prssmi_match.planning.variables import Variables
from prssmi_match.problem.values import LARGEST
from prssmi_match.solving.cpsat.guarded import GuardedModel
from prssmi_match.solving.cpsat.priced import PricedModel
from prssmi_match.solving.cpsat.rows import at_most
from prssmi_match.solving.cpsat.slack import Slack

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from prssmi_match.planning.agenda import Agenda
    from prssmi_match.planning.aims import Aim
    from prssmi_match.planning.rows import Stated
    from prssmi_match.planning.variables import Dates
    from prssmi_match.problem.calendar.grounds import Ground
    from prssmi_match.solving.cpsat.driver import Answer

__all__ = ["GuardedPlan", "Plan", "RelaxedPlan"]


class Plan:
    """All rules in force, on the dates that nothing stands against; to be searched in steps."""

    def __init__(self, agenda: Agenda) -> None:
        self.agenda = agenda
        self.model = cp_model.CpModel()
        self.variables = Variables(self.model, agenda)
        for stated in every_row(self.variables):
            stated.row.post(self.model)

    def branch(self) -> Plan:
        """Return a copy that holds more without this one holding it."""
        branch = copy(self)
        branch.model = self.model.clone()
        return branch

    def value(self, aim: Aim, dates: Dates) -> int:
        """Return how well dates reach an aim."""
        return aim.value(dates)

    def ceiling(self, aim: Aim) -> int:
        """Return what no dates exceed."""
        return aim.ceiling

    def hold(self, aim: Aim, least: int, most: int = LARGEST) -> None:
        """Keep an aim from falling below a value from now on."""
        self.model.add_linear_constraint(self.expression(aim), least, most)

    def expression(self, aim: Aim) -> cp_model.LinearExpr:
        """Return an aim over the variables of the model."""
        terms = [
            (var, worth)
            for dates, own in zip(self.variables.date, aim.by_option, strict=True)
            for var, worth in zip(dates, own, strict=True)
            if worth
        ]
        terms += [(var, -1) for var in aim.costs]
        return cp_model.LinearExpr.weighted_sum([var for var, _ in terms], [worth for _, worth in terms])

    def hint(self, dates: Dates) -> None:
        """Start the next search from dates; every variable gets its value."""
        self.model.clear_hints()  # type: ignore[no-untyped-call]
        for own, chosen in zip(self.variables.date, dates, strict=True):
            for place, var in enumerate(own):
                self.model.add_hint(var, place == chosen)
        for var, of in self.variables.others:
            self.model.add_hint(var, of(dates))

    def assignment(self, answer: Answer) -> Dates:
        """Read the dates of an answer."""
        return tuple(answer.chosen(own)[0] for own in self.variables.date)


class GuardedPlan(GuardedModel["Ground"]):
    """The grounds of some kinds behind guards, so that each can be blamed; the others are in force.

    Parameters
    ----------
    kinds : collection of str or None
        None for all.
    """

    def __init__(self, agenda: Agenda, kinds: Collection[str] | None = None) -> None:
        model = cp_model.CpModel()
        guards: dict[Ground, cp_model.IntVar] = {}
        for stated in every_row(Variables(model, agenda)):
            row, ground = stated.row.post(model), stated.ground
            if kinds is None or ground.kind in kinds:
                if ground not in guards:
                    guards[ground] = model.new_bool_var("")
                row.only_enforce_if(guards[ground])
        super().__init__(model, guards, sorted(guards))


class RelaxedPlan(PricedModel["Ground"]):
    """Every ground with slack wherever it can be changed, on all dates.

    Parameters
    ----------
    price : callable
        The cost of a unit of each ground, and the most units; None where it may not be changed.
    """

    def __init__(self, agenda: Agenda, price: Callable[[Ground], tuple[int, int] | None]) -> None:
        model = cp_model.CpModel()
        slacks: dict[Ground, Slack] = {}
        lifted: dict[tuple[Ground, int], cp_model.IntVar] = {}
        for stated in every_row(Variables(model, agenda)):
            terms = price(stated.ground)
            if terms is None or (stated.amount or 0) > terms[1]:
                stated.row.post(model)
                continue
            if stated.ground not in slacks:
                slacks[stated.ground] = Slack(model, terms[1])
            _post(model, stated, slacks[stated.ground], lifted)
        costs = [(slack.amount, (price(ground) or (0, 0))[0]) for ground, slack in slacks.items()]
        cost = cp_model.LinearExpr.weighted_sum([amount for amount, _ in costs], [each for _, each in costs])
        super().__init__(model, slacks, cost)


def _post(
    model: cp_model.CpModel, stated: Stated, slack: Slack, lifted: dict[tuple[Ground, int], cp_model.IntVar]
) -> None:
    """Post a row that gives way by each unit, or as a whole once its ground is changed far enough."""
    if stated.amount is None:
        at_most(stated.row.expression - slack.amount, stated.row.high).post(model)
        return
    key = stated.ground, stated.amount
    if key not in lifted:
        lifted[key] = model.new_bool_var("")
        model.add_linear_constraint(slack.amount - stated.amount * lifted[key], 0, slack.most)
    stated.row.post(model).only_enforce_if(lifted[key].negated())
