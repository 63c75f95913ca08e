"""A mentor has some days free before a visit, after the one before."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from prssmi_match.planning.rows import Stated
from prssmi_match.planning.variables import total
from prssmi_match.problem.calendar.grounds import Ground
from prssmi_match.solving.cpsat.rows import at_most

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ortools.sat.python import cp_model

    from prssmi_match.planning.agenda import Agenda
    from prssmi_match.planning.variables import Dates, Variables

__all__ = ["preparation"]


def preparation(variables: Variables) -> Iterator[Stated]:
    """Give for each day the row that lets visits begin on one day only until it has passed with its preparation.

    Visits that begin on the same day, at once or together, are prepared together.
    """
    agenda = variables.agenda
    for mentor, mentees in agenda.mentees_of.items():
        stated = agenda.calendar.preparation_days(mentor)
        if not stated or len(mentees) == 1:
            continue
        begins = _begins(variables, mentees)
        for less in range(stated if agenda.full else 1):
            reach = timedelta(days=agenda.calendar.visits.days + stated - less)
            for day in begins:
                near = [var for other, var in begins.items() if day <= other < day + reach]
                if len(near) > 1:
                    yield Stated(Ground("preparation", (mentor,)), at_most(total(near), 1), less + 1)


def _begins(variables: Variables, mentees: list[str]) -> dict[date, cp_model.IntVar]:
    """Return for each day whether a visit begins on it."""
    agenda = variables.agenda
    places = [agenda.position[f"visit:{mentee}"] for mentee in mentees]
    by_day: dict[date, list[cp_model.IntVar]] = defaultdict(list)
    for place in places:
        for var, option in zip(variables.date[place], agenda.events[place].options, strict=True):
            by_day[option.day].append(var)
    begins = {day: variables.integer(1, partial(_is_used, agenda, places, day)) for day in sorted(by_day)}
    for day, teams in by_day.items():
        for team in teams:
            variables.model.add_implication(team, begins[day])
    return begins


def _is_used(agenda: Agenda, places: list[int], day: date, dates: Dates) -> int:
    return int(any(agenda.events[place].options[dates[place]].day == day for place in places))
