"""What a plan aims at, in strict order.

Few moved dates, everybody there, visits spread, sessions and visits early; what is still tied is drawn. Calls come
last: they follow their visits, and are early as well.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from prssmi_match.planning.moved import calls_that_move, is_moved
from prssmi_match.planning.variables import total
from prssmi_match.problem.values import LARGEST
from prssmi_match.solving.tiers.lottery import lot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ortools.sat.python import cp_model

    from prssmi_match.planning.agenda import Agenda
    from prssmi_match.planning.events import Event, Option
    from prssmi_match.planning.formulation import Plan
    from prssmi_match.planning.variables import Dates

__all__ = ["CALLS", "DATED", "DRAW_SEED", "Aim", "aims_of", "as_aim", "draw_aim", "early_aim", "unmoved_aim"]

DATED = frozenset({"session", "visit"})
CALLS = frozenset({"intro", "debrief"})
DRAW_SEED = 2019
"""Of the draw, which leaves one plan where several are equally good."""


@dataclass(frozen=True, slots=True)
class Aim:
    """A whole number for each date, less some costs; the more the better.

    Attributes
    ----------
    by_option : sequence of sequence of int
        By the place of the event and of its date.
    costs : tuple of IntVar
        What is taken off.
    cost_of : callable
        What they come to in any plan.
    least_cost : int
        The least that they can come to.
    cap : int
        What the value is known not to exceed.
    """

    by_option: Sequence[Sequence[int]]
    costs: tuple[cp_model.IntVar, ...] = ()
    cost_of: Callable[[Dates], int] = lambda _: 0
    least_cost: int = 0
    cap: int = LARGEST

    def value(self, dates: Dates) -> int:
        """Return the value of a plan."""
        return sum(own[chosen] for own, chosen in zip(self.by_option, dates, strict=True)) - self.cost_of(dates)

    @property
    def negative(self) -> Aim:
        """The aim to have little of this one; of one without costs."""
        return Aim([[-worth for worth in own] for own in self.by_option])

    @property
    def ceiling(self) -> int:
        """What no plan exceeds."""
        return min(self.cap, sum(max(own, default=0) for own in self.by_option) - self.least_cost)


def aims_of(plan: Plan) -> Iterator[tuple[str, Aim]]:
    """Give the aims by name, but for the draw; what they need beside the dates is added to the model."""
    agenda = plan.agenda
    if agenda.calendar.earlier:
        yield "moved", _moved(plan)
    yield "attendance", _sum(agenda, _attendance)
    yield "spread", _spread(plan)
    yield "early", early_aim(agenda, DATED)


def unmoved_aim(agenda: Agenda) -> Aim:
    """Return minus the number of dates that are not what they were in the earlier plan."""
    return _sum(agenda, lambda event, option: -int(is_moved(agenda, event, option)))


def early_aim(agenda: Agenda, kinds: frozenset[str]) -> Aim:
    """Return minus the days from the start, over all dates of some kinds."""
    return _sum(agenda, lambda event, option: (agenda.calendar.start - option.day).days * (event.kind in kinds))


def draw_aim(agenda: Agenda, kinds: frozenset[str]) -> Aim:
    """Return the aim that a public draw gives: anybody can work it out from keys and dates."""
    return _sum(agenda, lambda event, option: lot(DRAW_SEED, event.key, option.lot) * (event.kind in kinds))


def as_aim(agenda: Agenda, dates: Dates, kinds: frozenset[str] = DATED | CALLS) -> Aim:
    """Return the number of dates of some kinds that are as in a plan, or in the first dates of one."""
    chosen = {
        event.key: option
        for event, place in zip(agenda.events, dates, strict=False)
        for option in [event.options[place]]
    }
    return _sum(agenda, lambda event, option: int(event.kind in kinds and option is chosen.get(event.key)))


def _moved(plan: Plan) -> Aim:
    calls = calls_that_move(plan)

    def cost_of(dates: Dates) -> int:
        return sum(of(dates) for _, of in calls)

    return replace(unmoved_aim(plan.agenda), costs=tuple(moves for moves, _ in calls), cost_of=cost_of)


def _sum(agenda: Agenda, worth: Callable[[Event, Option], int]) -> Aim:
    return Aim([[worth(event, option) for option in event.options] for event in agenda.events])


def _attendance(event: Event, option: Option) -> int:
    if event.kind != "session":
        return 0
    return len(event.mentees) + len(event.mentors) - len(option.absent)


def _spread(plan: Plan) -> Aim:
    """Return minus the number of pairs of teams whose visits begin in the same week.

    It is convex in the number of visits of each week, so the lines through its points say all of it.
    """
    agenda = plan.agenda
    weeks: dict[tuple[int, int], list[cp_model.IntVar]] = {}
    visits = [place for place, event in enumerate(agenda.events) if event.kind == "visit"]
    for place in visits:
        for var, option in zip(plan.variables.date[place], agenda.events[place].options, strict=True):
            weeks.setdefault(option.day.isocalendar()[:2], []).append(var)
    costs = [_pairs(plan, dates, week, visits) for week, dates in sorted(weeks.items())]
    even, more = divmod(len(visits), len(weeks) or 1)

    def cost_of(dates: Dates) -> int:
        begun = Counter(agenda.events[place].options[dates[place]].day.isocalendar()[:2] for place in visits)
        return sum(number * (number - 1) // 2 for number in begun.values())

    least = len(weeks) * even * (even - 1) // 2 + more * even
    return Aim([[0] * len(event.options) for event in agenda.events], tuple(costs), cost_of, least)


def _pairs(plan: Plan, dates: list[cp_model.IntVar], week: tuple[int, int], visits: list[int]) -> cp_model.IntVar:
    """Return the number of pairs of visits that begin in a week, bound from below."""
    most, agenda = len(visits), plan.agenda

    def begun_of(chosen: Dates) -> int:
        days = (agenda.events[place].options[chosen[place]].day for place in visits)
        return sum(1 for day in days if day.isocalendar()[:2] == week)

    def pairs_of(chosen: Dates) -> int:
        number = begun_of(chosen)
        return number * (number - 1) // 2

    begun = plan.variables.integer(most, begun_of)
    pairs = plan.variables.integer(most * (most - 1) // 2, pairs_of)
    plan.model.add_linear_constraint(begun - total(dates), 0, 0)
    for slope in range(1, most):
        # Through the points of slope and slope + 1 visits: pairs >= slope * begun - slope * (slope + 1) / 2.
        plan.model.add_linear_constraint(slope * begun - pairs, -(most**2), slope * (slope + 1) // 2)
    return pairs
