"""What every possible pair that the answer does not have would cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.document import Column, Data, Section, Table, Text
from prssmi_match.reporting.sections.changed_answers import incomplete
from prssmi_match.reporting.words import name_mentee, name_mentor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.document import Block, Content
    from prssmi_match.solution.pair_prices import PairPrices
    from prssmi_match.solution.why_not import WhyNot

__all__ = ["build_pair_prices"]

_COLUMNS = (Column("Mentee"), Column("Mentor"), Column("Possible"), Column("What it would take", "prose"))
_POSSIBLE = {True: "Yes", False: "No", None: "Not known"}


def build_pair_prices(problem: Problem, prices: PairPrices) -> Iterator[Section]:
    """Return every pair that was asked about, with its answer."""
    blocks: list[Block] = [*incomplete(proved=prices.proved)]
    if prices.rows:
        rows = tuple(_row(problem, row) for row in prices.rows)
        blocks.append(Table(_COLUMNS, rows, "Pairs that nothing forbids by themselves, and that are not in the answer"))
    elif prices.complete:
        blocks.append(Text("Every pair that is possible is in the answer."))
    yield Section("pair-prices", "What other pairs would cost", tuple(blocks))


def _row(problem: Problem, row: WhyNot) -> tuple[Content, ...]:
    mentee, mentor = name_mentee(problem, row.mentee or ""), name_mentor(problem, row.mentor or "")
    return mentee, mentor, "At no cost" if row.is_best else _POSSIBLE[row.possible], Data(row.sentence)
