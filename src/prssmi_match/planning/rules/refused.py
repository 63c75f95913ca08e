"""A date that something stands against is not taken."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from prssmi_match.planning.rows import Stated
from prssmi_match.planning.variables import total
from prssmi_match.solving.cpsat.rows import at_most

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ortools.sat.python import cp_model

    from prssmi_match.planning.days import Refusal
    from prssmi_match.planning.variables import Variables

__all__ = ["refused"]


def refused(variables: Variables) -> Iterator[Stated]:
    """Give one row an event and ground; an agenda that is not full has no such dates."""
    for place, event in enumerate(variables.agenda.events):
        dates: dict[Refusal, list[cp_model.IntVar]] = defaultdict(list)
        for var, option in zip(variables.date[place], event.options, strict=True):
            for refusal in option.against:
                dates[refusal].append(var)
        for refusal, against in sorted(dates.items(), key=lambda item: item[0]):
            yield Stated(refusal.ground, at_most(total(against), 0), refusal.amount)
