"""What the next aim gains for each step that an aim gives up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.wording import aim_name
from prssmi_match.reporting.document import Column, Data, Number, Section, Table, Text
from prssmi_match.reporting.sections.changed_answers import incomplete

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.document import Block
    from prssmi_match.solution.give_up_curve import GiveUpCurve, GiveUpStep

__all__ = ["build_give_up_curve"]


def build_give_up_curve(_: Problem, curve: GiveUpCurve) -> Iterator[Section]:
    """Return one curve, step by step."""
    aim, following = Data(aim_name(curve.tier)), Data(aim_name(curve.next_tier))
    blocks: list[Block] = [*incomplete(proved=curve.proved)]
    if curve.rows:
        rows = tuple((Number(row.given_up), Data(row.sentence)) for row in _telling(curve))
        columns = (Column("May give up", "number"), Column("What that brings", "prose"))
        blocks.append(Table(columns, rows, ("From the best of ", aim, f", {curve.best}, for the good of ", following)))
        if len(rows) < len(curve.rows):
            blocks.append(
                Text(f"The other amounts that were tried, up to {curve.rows[-1].given_up}, bring nothing further.")
            )
    else:
        blocks.append(Text("Nothing was worked out."))
    yield Section("give-up-curve", ("What giving up some of ", aim, " would bring"), tuple(blocks))


def _telling(curve: GiveUpCurve) -> Iterator[GiveUpStep]:
    """Give the steps that bring something that the one before did not."""
    before: GiveUpStep | None = None
    for row in curve.rows:
        if before is None or _reached(row) != _reached(before):
            yield row
            before = row


def _reached(row: GiveUpStep) -> tuple[int, int, tuple[int, ...] | None]:
    return row.value, row.next_best, row.next_profile
