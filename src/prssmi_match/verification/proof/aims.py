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
    from collections.abc import Sequence

    from prssmi_match.problem.policy import Tier
    from prssmi_match.solution.proof import TierProof
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


def aims_of(proof: TierProof, tier: Tier, view: View, scoring: Scoring, pairs: Pairs) -> list[Aim]:
    """Return the maxima that prove the answer's place in a tier; none where they are not sums over pairs.

    Of leximin, which levels are asked for is read from the proof; whether they prove anything is checked.
    """
    match tier:
        case MaximizeTier():
            of_pairs = [criterion for criterion in tier.maximize if not isinstance(criterion, NOT_OF_PAIRS)]
            if len(of_pairs) < len(tier.maximize):
                return []
            return [Aim(_weighted(of_pairs, view, scoring, pairs))]
        case LeximinTier():
            points = _weighted(tier.leximin.maximize, view, scoring, pairs)
            levels = [value // tier.leximin.step for value in points]
            return _leximin([step.above for step in proof.steps], levels, view, pairs)
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


def _leximin(asked: Sequence[int | None], levels: list[int], view: View, pairs: Pairs) -> list[Aim]:
    """Return, for each level that is asked for, the most mentees above it, where these prove the answer's list.

    A matching with somebody between two levels, where the answer has nobody, is worse: as many are above the lower one.
    So the levels have to rise, nobody of the answer may be between two of them, and nobody above the last.
    """
    chosen = set(view.pairs)
    taken = [level for pair, level in zip(pairs, levels, strict=True) if pair in chosen]
    taken += [UNMATCHED_LEVEL] * (len(view.sites.available_mentees) - len(view.mentors_of))
    aims, below = [], UNMATCHED_LEVEL - 1
    for level in asked:
        if level is None or level <= below or any(below < one < level for one in taken):
            return []
        out = tuple(place for place, one in enumerate(levels) if below < one < level)
        aims.append(Aim([int(one > level) for one in levels], out))
        below = level
    return aims if max(taken, default=below) <= below else []


def _by_group(view: View, pairs: Pairs) -> list[list[int]]:
    """Return for each group, unlisted last, which pairs count there; mentees that list nobody count nowhere."""
    sites = view.sites
    longest = max((len(sites.mentees[mentee].preferences) for mentee in sites.available_mentees), default=0)
    counts = [[0] * len(pairs) for _ in range(longest + 1)]
    for place, (mentee, mentor) in enumerate(pairs):
        if groups := sites.groups["mentee", mentee]:
            counts[groups.get(mentor, longest)][place] = 1
    return counts
