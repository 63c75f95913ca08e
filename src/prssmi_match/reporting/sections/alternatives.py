"""Other answers beside the one that was given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.document import Column, Data, Number, Section, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.document import Block
    from prssmi_match.solution.alternatives import Alternatives

__all__ = ["build_alternatives"]

_UNPROVED = "Time ran out before it was proved that these are the next ones."


def build_alternatives(_: Problem, alternatives: Alternatives) -> Iterator[Section]:
    """Return the other answers, each by what it costs and who moves."""
    blocks: list[Block] = [Text(Data(alternatives.sentence))]
    if not alternatives.proved:
        blocks.append(Text(_UNPROVED, "caution"))
    if alternatives.answers:
        rows = tuple(
            (("Answer ", Number(number)), Data(answer.sentence))
            for number, answer in enumerate(alternatives.answers, start=1)
        )
        columns = (Column("Which"), Column("What it costs, and who moves", "prose"))
        blocks.append(Table(columns, rows, "Other answers, each compared with the one that was given"))
    yield Section("alternatives", "Other answers", tuple(blocks))
