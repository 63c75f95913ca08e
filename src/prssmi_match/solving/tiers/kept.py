"""What a finished tier asks of any other matching: to be as good, or to fall short by no more than is allowed.

Of a special tier, nobody's place in its list may be worse, counted from the worst up. Among the best answers of the
tier that is the same as an equal list.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from prssmi_match.problem.policy import (
    GenerousTier,
    LeximinTier,
    LotteryTier,
    MaximizeTier,
    MaxMinTier,
    RankMaximalTier,
)
from prssmi_match.solving.objective import Objective
from prssmi_match.solving.tiers.leximin import UNMATCHED_LEVEL, levels_of
from prssmi_match.solving.tiers.max_min import all_from
from prssmi_match.solving.tiers.maximize import given_up
from prssmi_match.solving.tiers.ranks import by_group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.policy import Tier
    from prssmi_match.solving.assignment import Assignment
    from prssmi_match.solving.cpsat.formulation import Formulation

__all__ = ["Kept", "kept"]


class Kept(NamedTuple):
    """An objective that must reach a value, and whether that is its best among what keeps the rows before."""

    objective: Objective
    least: int
    is_best: bool = False


def kept(tier: Tier, formulation: Formulation, answer: Assignment, best: int, loss: int = 0) -> Iterator[Kept]:
    """Give what a matching has to reach in a tier.

    Parameters
    ----------
    answer : Assignment
        The answer whose place in the tier is kept.
    best : int
        The value that the tier reached when its turn came.
    loss : int
        How far below what the policy keeps a matching may be: points; levels of ``leximin``, mentees of rank tiers.
    """
    match tier:
        case MaximizeTier():
            less = given_up(tier, best) + loss
            yield Kept(formulation.objective(tier.maximize), best - less, is_best=less == 0)
        case LeximinTier():
            yield from _levels(levels_of(tier, formulation.compatibility).tolist(), answer, loss)
        case MaxMinTier():
            if (least := best - loss) > 0:
                yield Kept(all_from(least, formulation.compatibility.weighted(tier.max_min.maximize)), 1)
        case RankMaximalTier():
            yield from _ranks(formulation, answer, loss)
        case GenerousTier():
            yield from _ranks_from_below(formulation, answer, loss)
        case LotteryTier():
            return


def _levels(levels: list[int], answer: Assignment, loss: int) -> Iterator[Kept]:
    """Ask for as many mentees above each level, less the loss, as the answer has above it."""
    reached = Counter(levels[position] for position in answer.chosen)
    above = len(answer.chosen)
    for level in sorted({*reached, UNMATCHED_LEVEL + 1}):
        # Below its lowest levels the answer has nobody: what counts is how many come up to the next one it has.
        yield Kept(Objective([int(value >= level - loss) for value in levels]), above, is_best=loss == 0)
        above -= reached[level]


def _ranks(formulation: Formulation, answer: Assignment, loss: int) -> Iterator[Kept]:
    """Ask for as many mentees up to each group, less the loss."""
    groups = by_group(formulation.compatibility)
    upto = [0] * len(formulation.compatibility.pairs)
    for counts in groups:
        upto = [total + count for total, count in zip(upto, counts, strict=True)]
        objective = Objective(upto)
        yield Kept(objective, objective.value(answer) - loss, is_best=loss == 0)


def _ranks_from_below(formulation: Formulation, answer: Assignment, loss: int) -> Iterator[Kept]:
    """Ask for no more mentees from each group on, down to the second, beyond the loss."""
    groups = by_group(formulation.compatibility)
    onward = [0] * len(formulation.compatibility.pairs)
    for counts in groups[1:][::-1] or groups:
        onward = [total - count for total, count in zip(onward, counts, strict=True)]
        objective = Objective(onward)
        yield Kept(objective, objective.value(answer) - loss, is_best=loss == 0)
