"""A call comes some days before the visit, another one some days after it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from prssmi_match.planning.rows import Stated
from prssmi_match.planning.variables import total
from prssmi_match.problem.calendar.grounds import Ground
from prssmi_match.solving.cpsat.rows import at_most

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from prssmi_match.planning.events import Option
    from prssmi_match.planning.variables import Variables
    from prssmi_match.problem.calendar import CallPlan

__all__ = ["around_visit"]


def around_visit(variables: Variables) -> Iterator[Stated]:
    """Give for each visit that can be: it is not, or its calls are at their distance."""
    agenda = variables.agenda
    for call, event in enumerate(agenda.events):
        if event.kind == "session" or event.kind == "visit":  # noqa: PLR1714 - mypy narrows it
            continue
        visit = agenda.position[f"visit:{event.mentees[0]}"]
        for var, option in zip(variables.date[visit], agenda.events[visit].options, strict=True):
            near = variables.between(call, *_near(agenda.calendar.calls, event.kind, option))
            yield Stated(Ground(event.kind), at_most(total([var]) - total(near), 0))


def _near(calls: CallPlan, kind: Literal["intro", "debrief"], visit: Option) -> tuple[date, date]:
    """Return the first and the last day of a call around a visit."""
    if kind == "intro":
        least, most = calls.intro_days
        return visit.day - timedelta(days=most), visit.day - timedelta(days=least)
    least, most = calls.debrief_days
    return visit.last_day + timedelta(days=least), visit.last_day + timedelta(days=most)
