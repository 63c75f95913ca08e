"""Warnings about a policy: tiers that cannot matter, or that reward what nobody wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.criteria import Coverage, MenteePreference
from prssmi_match.problem.policy import (
    GenerousTier,
    LeximinTier,
    MaximizeTier,
    MaxMinTier,
    criteria_of,
    pair_criteria_of,
)
from prssmi_match.problem.wording import aim_name, enumeration, label_mentee
from prssmi_match.solution.caution import Caution

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prssmi_match.compatibility import Compatibility
    from prssmi_match.problem.policy import Tier

__all__ = ["policy_cautions"]


def policy_cautions(compatibility: Compatibility) -> Iterator[Caution]:
    """Give the warnings of a problem's policy."""
    tiers = compatibility.problem.program.tiers
    for index, tier in enumerate(tiers):
        yield from _without_coverage(tier, tiers[:index])
        yield from _idle(tier, tiers[:index], compatibility)
    yield from _truncation(compatibility)


def _without_coverage(tier: Tier, before: Sequence[Tier]) -> Iterator[Caution]:
    if isinstance(tier, GenerousTier | MaxMinTier) and not any(_covers(earlier) for earlier in before):
        sentence = (
            f"The aim {aim_name(tier.name)} looks only at sites that are matched, and no aim before it asks for "
            "coverage: it can leave sites out to look better. Put one before it."
        )
        yield Caution(code="no_coverage_before", sentence=sentence)


def _covers(tier: Tier) -> bool:
    return isinstance(tier, MaximizeTier) and any(isinstance(criterion, Coverage) for criterion in tier.maximize)


def _settles_coverage(tier: Tier) -> bool:
    """Whether the number matched is settled from here on."""
    alone = isinstance(tier, MaximizeTier) and all(isinstance(criterion, Coverage) for criterion in tier.maximize)
    return alone and not _gives_up(tier)


def _idle(tier: Tier, before: Sequence[Tier], compatibility: Compatibility) -> Iterator[Caution]:
    """Tell of a tier that an earlier one has settled, or in which all pairs are alike."""
    settled = [earlier for earlier in before if _same_aim(tier, earlier) and not _gives_up(earlier)]
    if settled:
        names = aim_name(tier.name), aim_name(settled[0].name)
        sentence = f"The aim {names[0]} cannot change anything any more: {names[1]} asks for the same before it."
        yield Caution(code="idle_tier", sentence=sentence)
    elif _is_flat(tier, compatibility, covered=any(_settles_coverage(earlier) for earlier in before)):
        sentence = (
            f"The aim {aim_name(tier.name)} cannot change anything: every possible pair has the same points in it."
        )
        yield Caution(code="idle_tier", sentence=sentence)


def _same_aim(tier: Tier, other: Tier) -> bool:
    own, others = (each.model_dump(exclude={"name", "give_up"}) for each in (tier, other))
    return type(tier) is type(other) and own == others


def _gives_up(tier: Tier) -> bool:
    return isinstance(tier, MaximizeTier) and tier.give_up is not None


def _is_flat(tier: Tier, compatibility: Compatibility, *, covered: bool) -> bool:
    """Whether all pairs are alike in a tier; unless the number matched is settled, only at zero points."""
    criteria = pair_criteria_of(tier)
    if not criteria or len(criteria) < len(criteria_of(tier)):
        return False
    points = set(compatibility.weighted(criteria))
    return bool(points) and ((points == {0} and isinstance(tier, MaximizeTier)) or (covered and len(points) == 1))


def _truncation(compatibility: Compatibility) -> Iterator[Caution]:
    """Tell of short lists where a tier takes the unlisted for the worst: who lists few then gains."""
    problem = compatibility.problem
    exposed = [tier for tier in problem.program.tiers if _favors_short_lists(tier)]
    longest = max((mentee.unlisted for mentee in compatibility.mentees), default=0)
    short = [mentee.id for mentee in compatibility.mentees if 0 < mentee.unlisted * 2 < longest]
    if exposed and short:
        names = enumeration(label_mentee(problem, mentee) for mentee in short)
        sentence = (
            f"The aim {aim_name(exposed[0].name)} takes a mentor that a site did not list for the worst, so a site "
            f"gains by listing few. Ask for longer lists: {names} list less than half of what others do "
            f"(up to {longest})."
        )
        yield Caution(code="truncation_pays", sites=tuple(short), sentence=sentence)


def _favors_short_lists(tier: Tier) -> bool:
    if isinstance(tier, LeximinTier | MaxMinTier):
        return any(isinstance(criterion, MenteePreference) for criterion in criteria_of(tier))
    return isinstance(tier, GenerousTier)
