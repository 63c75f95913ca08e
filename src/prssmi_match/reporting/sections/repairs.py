"""What would make something possible: a menu of changes, each with its price and with whom it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.document import Column, Data, Number, Table
from prssmi_match.reporting.words import name_mentee, name_mentor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.document import Content
    from prssmi_match.solution.repair import Change, Repair

__all__ = ["repairs_table"]


def repairs_table(problem: Problem, repairs: Sequence[Repair], caption: str) -> Table:
    """Return repairs, numbered as they are applied by number."""
    rows = tuple(
        (Number(number), Number(repair.cost), _changes(problem, repair))
        for number, repair in enumerate(repairs, start=1)
    )
    columns = (Column("Number", "number"), Column("Cost", "number"), Column("Change, and who decides", "prose"))
    return Table(columns, rows, caption)


def _changes(problem: Problem, repair: Repair) -> Content:
    changes = [(Data(change.sentence), " (Up to ", _owner(problem, change), ".)") for change in repair.changes]
    return tuple(part for number, change in enumerate(changes) for part in (*((" ",) if number else ()), *change))


def _owner(problem: Problem, change: Change) -> Data | str:
    match change.owner:
        case "coordinator":
            return "the program"
        case "mentee":
            return name_mentee(problem, change.fact.sites[0])
        case "mentor":
            return name_mentor(problem, change.fact.sites[0])
