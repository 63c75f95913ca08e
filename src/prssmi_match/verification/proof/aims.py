"""What a tier asks for, as maxima of sums over pairs, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prssmi_match.problem.policy import (
    GenerousTier,
    LeximinTier,
    LotteryTier,
    MaximizeTier,
    MaxMinTier,
    RankMaximalTier,
)
from prssmi_match.verification.lottery import lot
from prssmi_match.verification.proof.points import NOT_OF_PAIRS, points_of_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prssmi_match.problem.policy import Tier
    from prssmi_match.verification.proof.points import OfPairs
    from prssmi_match.verification.scoring import Scoring
    from prssmi_match.verification.view import View

    Pairs = Sequence[tuple[str, str]]

__all__ = ["Aim", "aims_of"]

UNMATCHED_LEVEL = -1


class Aim(NamedTuple):
    """A maximum: what each pair adds, and which pairs (by position) are out of the question before it."""

    points: list[int]
    out: tuple[int, ...] = ()


def aims_of(tier: Tier, view: View, scoring: Scoring, pairs: Pairs) -> list[Aim]:
    """Return the maxima that prove the answer's place in a tier; none where it is no matter of sums over pairs."""
    match tier:
        case MaximizeTier():
            of_pairs = [criterion for criterion in tier.maximize if not isinstance(criterion, NOT_OF_PAIRS)]
            if len(of_pairs) < len(tier.maximize):
                return []
            return [Aim(_weighted(of_pairs, view, scoring, pairs))]
        case LeximinTier():
            points = _weighted(tier.leximin.maximize, view, scoring, pairs)
            return list(_leximin([value // tier.leximin.step for value in points], view, pairs))
        case RankMaximalTier():
            return [Aim(counts) for counts in _by_group(view, pairs)]
        case GenerousTier():
            groups = _by_group(view, pairs)
            return [Aim([-count for count in counts]) for counts in groups[1:][::-1] or groups]
        case LotteryTier():
            seed = tier.lottery.seed
            seats = [lot(seed, mentee) for mentee, _ in pairs]
            return [Aim(seats), Aim([lot(seed, mentee, mentor) for mentee, mentor in pairs])]
        case MaxMinTier():
            return []


def _weighted(criteria: Sequence[OfPairs], view: View, scoring: Scoring, pairs: Pairs) -> list[int]:
    sums = [0] * len(pairs)
    for criterion in criteria:
        points = points_of_pairs(criterion, view, scoring)
        sums = [total + criterion.weight * points(*pair) for total, pair in zip(sums, pairs, strict=True)]
    return sums


def _leximin(levels: list[int], view: View, pairs: Pairs) -> Iterator[Aim]:
    """Give, for each level of the answer from the worst up, the most mentees above it.

    A matching with somebody between two levels of the answer is worse, once as many are above the lower one.
    """
    chosen = set(view.pairs)
    taken = {level for pair, level in zip(pairs, levels, strict=True) if pair in chosen}
    if len(view.mentors_of) < len(view.sites.available_mentees):
        taken.add(UNMATCHED_LEVEL)
    below = UNMATCHED_LEVEL - 1
    for worst in sorted(taken):
        out = tuple(place for place, level in enumerate(levels) if below < level < worst)
        if worst > UNMATCHED_LEVEL > below:
            yield Aim([1] * len(pairs), out)
        yield Aim([int(level > worst) for level in levels], out)
        below = worst


def _by_group(view: View, pairs: Pairs) -> list[list[int]]:
    """Return for each group, unlisted last, which pairs count there; mentees that list nobody count nowhere."""
    sites = view.sites
    longest = max((len(sites.mentees[mentee].preferences) for mentee in sites.available_mentees), default=0)
    counts = [[0] * len(pairs) for _ in range(longest + 1)]
    for place, (mentee, mentor) in enumerate(pairs):
        if groups := sites.groups["mentee", mentee]:
            counts[groups.get(mentor, longest)][place] = 1
    return counts
