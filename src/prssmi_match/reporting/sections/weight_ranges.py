"""How far each weight can move before the best answers change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.wording import aim_name
from prssmi_match.reporting.document import Column, Data, Number, Section, Table, Text
from prssmi_match.reporting.sections.changed_answers import incomplete

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.document import Block, Content
    from prssmi_match.solution.weight_ranges import WeightRange, WeightRanges

__all__ = ["build_weight_ranges"]

_MEANING = (
    "Each weight can be set to either end of its range, the others as they are, and the best answers stay the same; "
    "one beyond, they change. A weight is at least 1."
)
_MARKS = {"+": "still the same there; not tried beyond", "*": "not known at every weight between", "?": "not proved"}


def build_weight_ranges(_: Problem, ranges: WeightRanges) -> Iterator[Section]:
    """Return the range of every weight that stands beside another."""
    blocks: tuple[Block, ...] = (Text("No weight stands beside another, so none makes a difference."),)
    if ranges.rows or not ranges.complete:
        blocks = (*incomplete(proved=ranges.proved), Text(_MEANING), _table(ranges))
    yield Section("weight-ranges", "How far each weight can move", blocks)


def _table(ranges: WeightRanges) -> Table:
    rows = tuple(_row(row) for row in ranges.rows)
    used = {cell.mark for row in rows for cell in row if isinstance(cell, Number)}
    marks = "; ".join(f"{mark} {words}" for mark, words in _MARKS.items() if any(mark in one for one in used))
    columns = (
        Column("Weight of"),
        Column("Now", "number"),
        Column("Lowest", "number"),
        Column("Highest", "number"),
    )
    return Table(columns, rows, f"Whole-number weights ({marks})" if marks else "Whole-number weights")


def _row(row: WeightRange) -> tuple[Content, ...]:
    mark = ("" if row.between else "*") + ("" if row.proved else "?")
    name = (row.criterion.replace("_", " "), " in ", Data(aim_name(row.tier)))
    return name, Number(row.weight), Number(row.low, mark), Number(row.high, f"{'+' if row.high_open else ''}{mark}")
