"""What one answer does differently from another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.wording import aim_name
from prssmi_match.reporting.document import Column, Data, Items, Number, Section, Table, Text
from prssmi_match.reporting.words import name_mentor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.document import Block, Content
    from prssmi_match.solution.comparison import Comparison, TierChange
    from prssmi_match.solution.verification import Violation

__all__ = ["build_comparison"]

_SIDES = (Column("Before", "number"), Column("After", "number"))


def build_comparison(problem: Problem, comparison: Comparison) -> Iterator[Section]:
    """Return who moves, which rules are broken before or after, and what that means aim by aim."""
    yield Section("comparison", "What is different", tuple(_blocks(problem, comparison)))


def _blocks(problem: Problem, comparison: Comparison) -> Iterator[Block]:
    if not comparison.mentees:
        yield Text(Data(comparison.sentence))
        return
    if not comparison.same_document:
        yield Text("These are answers of two different documents.", "caution")
    yield from _broken("Before, these rules are broken:", comparison.violations_before)
    yield from _broken("After, these rules are broken:", comparison.violations_after)
    yield from _sites(comparison)
    draw = problem.program.tiers[-1].name
    if rows := tuple(_tier(row) for row in comparison.tiers if row.tier != draw):
        yield Table((Column("Aim"), *_SIDES, Column("Change", "number")), rows, "Aim by aim; more is better")
    if comparison.loads:
        loads = [(name_mentor(problem, row.mentor), Number(row.before), Number(row.after)) for row in comparison.loads]
        yield Table((Column("Mentor"), *_SIDES), tuple(loads), "Mentors that have more or fewer mentees")


def _sites(comparison: Comparison) -> Iterator[Block]:
    """Give who moves, those that are better off first."""
    told = {True: "Better off:", False: "Worse off:", None: "Elsewhere, neither better nor worse off as far as known:"}
    for gains, words in told.items():
        if moved := [row for row in comparison.mentees if row.gains is gains]:
            yield Text(words)
            yield Items(tuple(Data(row.sentence) for row in moved))


def _broken(words: str, violations: Sequence[Violation]) -> Iterator[Block]:
    if violations:
        yield Text(words, "caution")
        yield Items(tuple(Data(violation.sentence) for violation in violations))


def _tier(row: TierChange) -> tuple[Content, ...]:
    return Data(aim_name(row.tier)), _number(row.before), _number(row.after), _number(row.change)


def _number(value: int | None) -> Content:
    return "Not asked" if value is None else Number(value)
