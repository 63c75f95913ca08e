"""The answers of scenarios beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.document import Column, Data, Number, Section, Table, Text
from prssmi_match.reporting.sections.changed_answers import incomplete

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.document import Block, Content
    from prssmi_match.solution.matching import Matching
    from prssmi_match.solution.sweep import Sweep, SweepRow

__all__ = ["build_sweep"]


def build_sweep(_: Problem, sweep: Sweep) -> Iterator[Section]:
    """Return one row a scenario: what it reaches in each aim, and how many are elsewhere."""
    blocks: list[Block] = [*incomplete(proved=sweep.proved)]
    aims = sweep.tiers[:-1] if sweep.tiers else ()  # the draw says nothing to a person
    columns = (
        Column("Scenario"),
        Column("Matched", "number"),
        Column("Elsewhere", "number"),
        *(Column(Data(tier), "number") for tier in aims),
    )
    rows = tuple(_row(row, row.matching, aims) for row in sweep.rows if row.matching is not None)
    caption = "What each scenario reaches, aim by aim"
    blocks.append(Table(columns, rows, caption) if rows else Text("Nothing was worked out."))
    blocks += [Text(Data(row.sentence), "caution") for row in sweep.rows if row.matching is None]
    yield Section("sweep", "Scenarios", tuple(blocks))


def _row(row: SweepRow, matching: Matching, aims: tuple[str, ...]) -> tuple[Content, ...]:
    values = (row.values.get(tier) for tier in aims)
    reached = ("-" if value is None else Number(value) for value in values)
    return (Data(row.name), Number(len(matching.pairs)), Number(len(row.moves)), *reached)
