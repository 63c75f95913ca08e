"""A visit comes after enough sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.planning.rows import Stated
from prssmi_match.planning.variables import total
from prssmi_match.problem.calendar.grounds import Ground
from prssmi_match.solving.cpsat.rows import at_most

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.planning.variables import Variables
    from prssmi_match.solving.cpsat.rows import Row

__all__ = ["sessions_before"]


def sessions_before(variables: Variables) -> Iterator[Stated]:
    """Give rows that keep a visit behind a session: behind the last one that counts, as the others come before it.

    Where the number can give way, the others count as well.
    """
    agenda = variables.agenda
    visits = {event.mentees[0]: place for place, event in enumerate(agenda.events) if event.kind == "visit"}
    for mentee, visit in visits.items():
        for session in agenda.sessions_of.get(mentee, ()):
            fewer = agenda.calendar.sessions_before - agenda.events[session].number
            if fewer == 0 or (fewer > 0 and agenda.full):
                for row in _rows(variables, visit, session):
                    yield Stated(Ground("sessions_before"), row, fewer + 1)


def _rows(variables: Variables, visit: int, session: int) -> Iterator[Row]:
    """Give for each day of the session on which the visit could begin: not so early, or the session earlier."""
    days = sorted({option.day for option in variables.agenda.events[session].options})
    if not days:
        return
    begins = sorted({option.day for option in variables.agenda.events[visit].options if option.day <= days[-1]})
    # Before the first day of the session no visit can begin: one row says it for all of them.
    early = [day for day in begins if day <= days[0]][-1:]
    for day in [*early, *(day for day in begins if day > days[0])]:
        yield at_most(total([*variables.between(visit, last=day), *variables.between(session, first=day)]), 1)
