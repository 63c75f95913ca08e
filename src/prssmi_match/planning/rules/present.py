"""Enough teams can come to a session, and the mentor whose session it is."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from prssmi_match.planning.rows import Stated
from prssmi_match.planning.sessions import needed
from prssmi_match.planning.variables import total
from prssmi_match.problem.calendar.changes import PERCENT_STEP
from prssmi_match.problem.calendar.grounds import Ground
from prssmi_match.solving.cpsat.rows import at_least, at_most

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ortools.sat.python import cp_model

    from prssmi_match.planning.days import Refusal, Site
    from prssmi_match.planning.variables import Variables

__all__ = ["present"]


def present(variables: Variables) -> Iterator[Stated]:
    """Give the rows of each session of a full agenda; in another one, only such times are left."""
    agenda = variables.agenda
    percent = agenda.calendar.sessions.present_percent
    for place, event in enumerate(agenda.events):
        if event.kind != "session":
            continue
        there: dict[Site, cp_model.IntVar] = {}
        for site, dates in _absences(variables, place).items():
            there[site] = variables.model.new_bool_var("")
            for refusal, against in sorted(dates.items(), key=lambda item: item[0]):
                yield Stated(refusal.ground, at_most(total([*against, there[site]]), 1), refusal.amount)
        teams = [var for site, var in there.items() if site.side == "mentee"]
        always = len(event.mentees) - len(teams)
        for steps in range(-(-percent // PERCENT_STEP)):
            least = needed(len(event.mentees), percent - steps * PERCENT_STEP) - always
            if least > 0:
                yield Stated(Ground("present"), at_least(total(teams), least), steps + 1)
        hosts = [var for site, var in there.items() if site.side == "mentor"]
        if hosts and agenda.calendar.sessions.per == "mentor":
            yield Stated(Ground("host", event.mentors), at_least(total(hosts), 1))


def _absences(variables: Variables, place: int) -> dict[Site, dict[Refusal, list[cp_model.IntVar]]]:
    """Return by site and by what stands against it the times of a session to which it could not come."""
    found: dict[Site, dict[Refusal, list[cp_model.IntVar]]] = defaultdict(lambda: defaultdict(list))
    for var, option in zip(variables.date[place], variables.agenda.events[place].options, strict=True):
        for site, refusals in option.absent.items():
            for refusal in refusals:
                found[site][refusal].append(var)
    return found
