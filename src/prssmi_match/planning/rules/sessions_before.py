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
    for mentee, sessions in sorted(agenda.sessions_of.items()):
        counted = sessions[: agenda.calendar.sessions_before]
        for fewer, session in enumerate(reversed(counted if agenda.full else counted[-1:])):
            for row in _rows(variables, agenda.position[f"visit:{mentee}"], session):
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
