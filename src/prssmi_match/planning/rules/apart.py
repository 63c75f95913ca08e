"""Some days lie between a session and the next one of its group."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from prssmi_match.planning.rows import Stated
from prssmi_match.planning.variables import total
from prssmi_match.problem.calendar.grounds import Ground
from prssmi_match.solving.cpsat.rows import at_most

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.planning.variables import Variables

__all__ = ["apart"]


def apart(variables: Variables) -> Iterator[Stated]:
    """Give for each day of a session the row that keeps the next one away; the days can give way one by one."""
    agenda = variables.agenda
    stated = agenda.calendar.sessions.days_apart
    events = agenda.events
    sessions = [place for place, event in enumerate(events) if event.kind == "session"]
    for one, other in pairwise(sessions):
        if (events[one].group, events[one].number + 1) != (events[other].group, events[other].number):
            continue
        for day in sorted({option.day for option in events[one].options}):
            late = variables.between(one, first=day)
            for less in range(stated if agenda.full else min(1, stated)):
                soon = variables.between(other, last=day + timedelta(days=stated - less - 1))
                if soon:
                    yield Stated(Ground("apart"), at_most(total([*late, *soon]), 1), less + 1)
