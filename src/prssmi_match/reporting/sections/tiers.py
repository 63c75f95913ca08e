"""The aims of the program in their order, and what became of each."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from prssmi_match.problem.policy import (
    GenerousTier,
    LeximinTier,
    LotteryTier,
    MaximizeTier,
    MaxMinTier,
    RankMaximalTier,
)
from prssmi_match.problem.wording import tier_sentence
from prssmi_match.reporting.document import Column, Data, Number, Section, Table, Text
from prssmi_match.reporting.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.problem.policy import Tier
    from prssmi_match.reporting.document import Content
    from prssmi_match.solution.result import Result
    from prssmi_match.solution.tier_result import TierResult

__all__ = ["build_tiers"]

_ORDER = (
    "The program's aims in strict order: a later one never takes anything from an earlier one, except what that one "
    "allows."
)


def build_tiers(result: Result) -> Section:
    """Return every tier of the policy, in order, with what is known of it."""
    meanings = Table(
        columns=(Column("Aim"), Column("In words", "prose")),
        rows=tuple((Data(tier.name), tier_sentence(tier)) for tier in result.problem.program.tiers),
        caption="What each aim asks for",
    )
    blocks = (Text(_ORDER), meanings, *((_values(result),) if result.has_matching else ()))
    return Section("tiers", "Aims in order", blocks)


def _values(result: Result) -> Table:
    found = {tier.name: tier for tier in result.tiers}
    return Table(
        columns=(
            Column("Aim"),
            Column("This answer", "number"),
            Column("Best found", "number"),
            Column("Limit", "number"),
            Column("Proved best"),
            Column("In detail", "prose"),
        ),
        rows=tuple(_row(tier, found.get(tier.name)) for tier in result.problem.program.tiers),
        caption="What became of each aim; the limit is what no answer can exceed, given the aims before",
    )


def _row(tier: Tier, found: TierResult | None) -> tuple[Content, ...]:
    name = Data(tier.name)
    if found is None:
        return name, "", "", "", "Not reached in time", ""
    values = Number(found.value), Number(found.best), Number(found.bound)
    return name, *values, "Yes" if found.proved else "No", _detail(tier, found)


def _detail(tier: Tier, found: TierResult) -> str:
    profile = found.profile or ()
    match tier:
        case MaximizeTier():
            given = found.best - found.value
            return f"{given} of the best given up for later aims" if given > 0 else ""
        case LeximinTier():
            return "; ".join(_level(level, sum(1 for _ in same)) for level, same in groupby(sorted(profile)))
        case RankMaximalTier() | GenerousTier():
            return _choices(profile)
        case MaxMinTier() | LotteryTier():
            return ""


def _level(level: int, mentees: int) -> str:
    return f"{counted(mentees, 'mentee')} {'unmatched' if level < 0 else f'at level {level}'}"


def _choices(profile: Sequence[int]) -> str:
    """Say how many mentees got which choice; the last entry counts those at a mentor that they did not list."""
    words = [f"choice {group}: {count}" for group, count in enumerate(profile[:-1], start=1)]
    return ", ".join([*words, f"not listed: {profile[-1]}"]) if profile else ""
