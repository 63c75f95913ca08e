"""Every session, visit and call has a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.planning.rows import Stated
from prssmi_match.planning.variables import total
from prssmi_match.problem.calendar.grounds import Ground
from prssmi_match.solving.cpsat.rows import at_least

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.planning.events import Event
    from prssmi_match.planning.variables import Variables

__all__ = ["dated"]


def dated(variables: Variables) -> Iterator[Stated]:
    """Give one row an event; that it has at most one date is what a date is."""
    for place, event in enumerate(variables.agenda.events):
        yield Stated(_ground(event), at_least(total(variables.date[place]), 1))


def _ground(event: Event) -> Ground:
    match event.kind:
        case "session":
            return Ground("session", (event.group, str(event.number)))
        case "visit":
            return Ground("visit", event.mentees)
        case "intro" | "debrief":
            return Ground(event.kind)
