"""The rules of a calendar as rows: one file a rule, and this table of contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.planning.in_time import in_time
from prssmi_match.planning.rules.apart import apart
from prssmi_match.planning.rules.around_visit import around_visit
from prssmi_match.planning.rules.dated import dated
from prssmi_match.planning.rules.hosting import hosting
from prssmi_match.planning.rules.one_a_day import one_a_day
from prssmi_match.planning.rules.preparation import preparation
from prssmi_match.planning.rules.present import present
from prssmi_match.planning.rules.refused import refused
from prssmi_match.planning.rules.sessions_before import sessions_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.planning.rows import Stated
    from prssmi_match.planning.variables import Variables

__all__ = ["every_row"]


def every_row(variables: Variables) -> Iterator[Stated]:
    """Give the rows of every rule, in the time of the agenda."""
    return in_time(_rows(variables), variables.agenda.budget)


def _rows(variables: Variables) -> Iterator[Stated]:
    yield from dated(variables)
    if variables.agenda.full:
        yield from refused(variables)
        yield from present(variables)
    yield from apart(variables)
    yield from sessions_before(variables)
    yield from around_visit(variables)
    yield from one_a_day(variables)
    yield from hosting(variables)
    yield from preparation(variables)
