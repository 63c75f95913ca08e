"""The program that a document states: preset and document merged, every rule named, one answer left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.problem.policy import Lottery, LotteryTier
from prssmi_match.problem.presets import PRESETS
from prssmi_match.problem.rules import Stability
from prssmi_match.problem.strengths import must_rules, strengthened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.expectations import Expectations
    from prssmi_match.problem.policy import Tier
    from prssmi_match.problem.presets import Preset
    from prssmi_match.problem.rules import Rule

__all__ = ["NamedRule", "Program", "expand"]


@dataclass(frozen=True, slots=True)
class NamedRule:
    """A rule with the id that everything refers to it by."""

    id: str
    rule: Rule
    from_preset: bool = False


@dataclass(frozen=True, slots=True)
class Program:
    """The rules, tiers and expectations in force.

    Parameters
    ----------
    rules : tuple of NamedRule
        Sorted by id.
    tiers : tuple of Tier
        In order; the last is a lottery.
    expectations : Expectations
        The document's, else the preset's.
    replaced : tuple of NamedRule
        Rules of the preset that a rule of the document with the same id replaced.
    """

    rules: tuple[NamedRule, ...]
    tiers: tuple[Tier, ...]
    expectations: Expectations
    replaced: tuple[NamedRule, ...]

    @property
    def is_stable(self) -> bool:
        """Whether a rule asks that no pair blocks."""
        return any(isinstance(named.rule, Stability) for named in self.rules)


def expand(problem: Problem) -> Program:
    """Merge the preset into the document's rules, policy and expectations."""
    preset = PRESETS[problem.preset]
    own = [*number(problem.rules), *_musts(problem)]
    ids = {named.id for named in own}
    given = [NamedRule(rule.id or rule.kind, rule, from_preset=True) for rule in preset.rules]
    return Program(
        rules=tuple(sorted([*own, *(named for named in given if named.id not in ids)], key=lambda named: named.id)),
        tiers=with_lottery(_tiers(problem, preset)),
        expectations=problem.expectations or preset.expectations,
        replaced=tuple(named for named in given if named.id in ids),
    )


def _musts(problem: Problem) -> list[NamedRule]:
    taken = {rule.id for rule in problem.rules}
    return [NamedRule(_free(str(rule.id), taken), rule) for rule in must_rules(problem.strengths or {})]


def _tiers(problem: Problem, preset: Preset) -> tuple[Tier, ...]:
    if problem.policy is not None:
        return problem.policy.tiers
    return preset.tiers if problem.strengths is None else strengthened(preset.tiers, problem.strengths)


def number(rules: Iterable[Rule]) -> list[NamedRule]:
    """Name the rules without an id ``quota``, ``quota-2``, ... within their kind, skipping taken ids."""
    rules = list(rules)
    taken = {rule.id for rule in rules}
    named = []
    for rule in rules:
        name = rule.id or _free(rule.kind, taken)
        taken.add(name)
        named.append(NamedRule(name, rule))
    return named


def with_lottery(tiers: Sequence[Tier]) -> tuple[Tier, ...]:
    """Append a lottery with seed 0 where none is stated, so that one answer is left."""
    if tiers and isinstance(tiers[-1], LotteryTier):
        return tuple(tiers)
    taken: set[str | None] = {tier.name for tier in tiers}
    name = _free("lottery", taken)
    return (*tiers, LotteryTier(name=name, lottery=Lottery()))


def _free(name: str, taken: set[str | None]) -> str:
    candidate, count = name, 1
    while candidate in taken:
        count += 1
        candidate = f"{name}-{count}"
    return candidate
