"""A site has one session, call or visit a day; only a mentor can host several visits at once."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from prssmi_match.planning.rows import Stated
from prssmi_match.planning.variables import total
from prssmi_match.problem.calendar.grounds import Ground
from prssmi_match.solving.cpsat.rows import at_most

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ortools.sat.python import cp_model

    from prssmi_match.planning.events import Option
    from prssmi_match.planning.variables import Variables

__all__ = ["days_of", "one_a_day"]


def one_a_day(variables: Variables) -> Iterator[Stated]:
    """Give a row for each day of a mentor and one of its visits; what a mentee has, its mentor has as well."""
    agenda = variables.agenda
    for mentor in sorted({mentor for event in agenda.events for mentor in event.mentors}):
        timed: dict[date, list[cp_model.IntVar]] = defaultdict(list)
        for place, event in enumerate(agenda.events):
            if event.kind != "visit" and mentor in event.mentors:
                for var, option in zip(variables.date[place], event.options, strict=True):
                    timed[option.day].append(var)
        mentees = agenda.mentees_of.get(mentor, ())
        visits = [_covered(variables, agenda.position[f"visit:{mentee}"]) for mentee in mentees]
        for covered in visits or [{}]:
            for day, dates in sorted(timed.items()):
                yield Stated(Ground("one_a_day", (mentor,)), at_most(total([*dates, *covered.get(day, ())]), 1))


def _covered(variables: Variables, visit: int) -> dict[date, list[cp_model.IntVar]]:
    """Return for each day the dates of a visit that would take it."""
    days: dict[date, list[cp_model.IntVar]] = defaultdict(list)
    for var, option in zip(variables.date[visit], variables.agenda.events[visit].options, strict=True):
        for day in days_of(option):
            days[day].append(var)
    return days


def days_of(option: Option) -> list[date]:
    """Return every day of a date."""
    return [option.day + timedelta(days=number) for number in range((option.last_day - option.day).days + 1)]
