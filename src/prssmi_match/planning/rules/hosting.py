"""A mentor hosts so many visits at once, and so many a month."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from prssmi_match.planning.rows import Stated
from prssmi_match.planning.rules.one_a_day import days_of
from prssmi_match.planning.variables import total
from prssmi_match.problem.calendar.grounds import Ground
from prssmi_match.solving.cpsat.rows import at_most

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from ortools.sat.python import cp_model

    from prssmi_match.planning.agenda import Agenda
    from prssmi_match.planning.events import Option
    from prssmi_match.planning.variables import Dates, Variables

__all__ = ["hosting"]


def hosting(variables: Variables) -> Iterator[Stated]:
    """Give a row for each day and each month in which a limit of a mentor can bind."""
    calendar = variables.agenda.calendar
    for mentor, mentees in variables.agenda.mentees_of.items():
        at_once, a_month = calendar.groups_at_once(mentor), calendar.visits_a_month(mentor)
        visits = _visits(variables, mentees)
        if at_once < len(mentees):
            days = _grouped((day, number) for option, number in visits for day in days_of(option))
            for numbers in days.values():
                yield Stated(Ground("groups_at_once", (mentor,)), at_most(total(numbers), at_once), None)
        if a_month is not None and a_month < len(mentees):
            months = _grouped((option.day.replace(day=1), number) for option, number in visits)
            for numbers in months.values():
                yield Stated(Ground("visits_a_month", (mentor,)), at_most(total(numbers), a_month), None)


def _visits(variables: Variables, mentees: list[str]) -> list[tuple[Option, cp_model.IntVar]]:
    """Return for each date how many visits begin: one a team, or fewer where teams come together."""
    agenda = variables.agenda
    places = [agenda.position[f"visit:{mentee}"] for mentee in mentees]
    dates = [pair for place in places for pair in zip(agenda.events[place].options, variables.date[place], strict=True)]
    together = agenda.calendar.visits.together
    if together == 1:
        return dates
    visits = []
    for option in {option.day: option for option, _ in dates}.values():
        teams = [var for other, var in dates if other.day == option.day]
        number = variables.integer(-(-len(teams) // together), partial(_number, agenda, places, option.day))
        variables.model.add_linear_constraint(together * number - total(teams), 0, together * len(teams))
        visits.append((option, number))
    return visits


def _number(agenda: Agenda, places: list[int], day: date, dates: Dates) -> int:
    """Return how many visits of a plan begin on a day."""
    teams = sum(1 for place in places if agenda.events[place].options[dates[place]].day == day)
    return -(-teams // agenda.calendar.visits.together)


def _grouped(pairs: Iterable[tuple[date, cp_model.IntVar]]) -> dict[date, list[cp_model.IntVar]]:
    groups: dict[date, list[cp_model.IntVar]] = defaultdict(list)
    for key, number in pairs:
        groups[key].append(number)
    return groups
