"""A call comes some days before the visit, another one some days after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.planning.calls import call_window
from prssmi_match.planning.rows import Stated
from prssmi_match.planning.variables import total
from prssmi_match.problem.calendar.grounds import Ground
from prssmi_match.solving.cpsat.rows import at_most

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.planning.variables import Variables

__all__ = ["around_visit"]


def around_visit(variables: Variables) -> Iterator[Stated]:
    """Give for each visit that can be: it is not, or its calls are at their distance."""
    agenda = variables.agenda
    for call, event in enumerate(agenda.events):
        if event.kind in {"session", "visit"}:
            continue
        visit = agenda.position[event.dated_key]
        for var, option in zip(variables.date[visit], agenda.events[visit].options, strict=True):
            near = variables.between(call, *call_window(agenda.calendar.calls, event.kind, option))
            yield Stated(
                Ground("intro" if event.kind == "intro" else "debrief"), at_most(total([var]) - total(near), 0)
            )
