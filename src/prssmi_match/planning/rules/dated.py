"""Every session and visit has a date, and each visit its calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.planning.rows import Stated
from prssmi_match.planning.variables import total
from prssmi_match.problem.calendar.grounds import Ground
from prssmi_match.solving.cpsat.rows import at_least

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.planning.variables import Variables

__all__ = ["dated"]


def dated(variables: Variables) -> Iterator[Stated]:
    """Give one row an event; that it has at most one date is what a date is."""
    agenda, date = variables.agenda, variables.date
    for place, event in enumerate(agenda.events):
        match event.kind:
            case "session":
                yield Stated(Ground("session", (event.group, str(event.number))), at_least(total(date[place]), 1))
            case "visit":
                yield Stated(Ground("visit", event.mentees), at_least(total(date[place]), 1))
            case "intro" | "debrief":
                visit = agenda.position[event.dated_key]
                yield Stated(Ground(event.kind), at_least(total(date[place]) - total(date[visit]), 0))
