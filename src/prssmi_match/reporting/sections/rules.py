"""Every rule that this match had to keep, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.presets import PRESETS
from prssmi_match.problem.wording import rule_sentence
from prssmi_match.reporting.document import Column, Data, Items, Section, Table, Text

if TYPE_CHECKING:
    from prssmi_match.problem.program import NamedRule
    from prssmi_match.reporting.document import Block, Content
    from prssmi_match.solution.result import Result

__all__ = ["build_rules"]

_ALWAYS = (
    "A mentee has at most one mentor, and a mentor never more mentees or workload than it takes.",
    "A mentor that is used has at least as many mentees as it asks for.",
    "Sites on hold or withdrawn are not matched.",
    "No pair is made against a veto of either site, or within one organization.",
)


def build_rules(result: Result) -> Section:
    """Return the rules in force; every report has them, whatever the answer."""
    program = result.problem.program
    blocks: list[Block] = [_start(result), Text("Always:"), Items(_ALWAYS)]
    if program.rules:
        blocks.append(_table(result, program.rules))
    else:
        blocks.append(Text("The program states no further rules."))
    if program.replaced:
        replaced = tuple(rule_sentence(result.problem, named) for named in program.replaced)
        blocks += [
            Text("Rules of the program that this cohort replaced with its own of the same name:"),
            Items(replaced),
        ]
    return Section("rules", "Rules", tuple(blocks))


def _start(result: Result) -> Text:
    """Say what the cohort starts from, and what that can cost, unless it states its own aims."""
    preset = result.problem.preset
    if result.problem.policy is not None:
        return Text(f"This cohort starts from the rules of “{preset}”; its aims are its own.")
    return Text((f"This cohort starts from “{preset}”. ", PRESETS[preset].sentence))


def _table(result: Result, rules: tuple[NamedRule, ...]) -> Table:
    columns = [Column("Name"), Column("Rule", "prose"), Column("Stated by")]
    rows: list[tuple[Content, ...]] = [
        (Data(named.id), rule_sentence(result.problem, named), _source(named)) for named in rules
    ]
    if any(named.rule.reason for named in rules):
        columns.append(Column("Reason", "prose"))
        rows = [(*row, Data(named.rule.reason or "")) for row, named in zip(rows, rules, strict=True)]
    return Table(tuple(columns), tuple(rows), "Rules of this program")


def _source(named: NamedRule) -> str:
    return "The program" if named.from_preset else "This cohort"
