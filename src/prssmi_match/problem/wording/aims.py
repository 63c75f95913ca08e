"""What an aim of the program loses or gains, in the units that people count in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.criteria import (
    Continuity,
    Coverage,
    FewBlockingPairs,
    FewMentors,
    MentorReviewScore,
    PastDisappointment,
    ReviewScore,
)
from prssmi_match.problem.policy import (
    GenerousTier,
    LeximinTier,
    LotteryTier,
    MaximizeTier,
    MaxMinTier,
    RankMaximalTier,
    criteria_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.policy import Tier

__all__ = ["aim_change", "aim_changes", "aim_name"]


def aim_changes(problem: Problem, changes: Mapping[str, int]) -> str:
    """Return what each aim loses or gains, in their order; empty where nothing changes.

    The draw is no aim, and one that asks for the same as an earlier one is not told twice.

    Parameters
    ----------
    changes : mapping of str to int
        By how much the value of each tier changes, by name.
    """
    return "; ".join(_told(problem, changes))


def _told(problem: Problem, changes: Mapping[str, int]) -> Iterator[str]:
    seen = []
    for tier in problem.program.tiers:
        change = changes.get(tier.name, 0)
        aim = (type(tier), criteria_of(tier), change)
        if change and not isinstance(tier, LotteryTier) and (aim not in seen or not criteria_of(tier)):
            seen.append(aim)
            yield aim_change(tier, change)


def aim_name(name: str) -> str:
    """Return an aim's name as it is read.

    >>> aim_name("fit_again")
    '“fit again”'
    """
    return f"“{name.replace('_', ' ')}”"


def aim_change(tier: Tier, change: int) -> str:
    """Return how one aim changes; more is better."""
    name, amount = aim_name(tier.name), abs(change)
    does = "gains" if change > 0 else "loses"
    match tier:
        case MaximizeTier():
            return _maximized(tier, change)
        case LeximinTier():
            return f"the worst-off site in {name} {does} {_counted(amount, 'level')}"
        case MaxMinTier():
            return f"the worst-off site in {name} {does} {_counted(amount, 'point')}"
        case RankMaximalTier():
            return f"{amount} {_more(change)} at their first choice"
        case GenerousTier():
            return f"{amount} {_more(-change)} at a mentor that they did not list"
        case LotteryTier():
            return f"another draw in {name}"


def _maximized(tier: MaximizeTier, change: int) -> str:
    name, amount = aim_name(tier.name), abs(change)
    does = "gains" if change > 0 else "loses"
    alone = tier.maximize[0] if len(tier.maximize) == 1 and tier.maximize[0].weight == 1 else None
    match alone:
        case Coverage():
            return f"{_counted(amount, 'mentee')} {_more(change)} {'is' if amount == 1 else 'are'} matched"
        case PastDisappointment():
            does = "is" if amount == 1 else "are"
            return f"{amount} {_more(change)} of the mentees that the last round disappointed {does} matched"
        case FewMentors():
            return f"{_counted(amount, 'mentor')} {_more(-change)} {'is' if amount == 1 else 'are'} used"
        case Continuity():
            return f"{_counted(amount, 'pair')} {_more(change)} {'is' if amount == 1 else 'are'} kept"
        case FewBlockingPairs():
            noun = (
                "pair that would rather have each other" if amount == 1 else "pairs that would rather have each other"
            )
            return f"{amount} {_more(-change)} {noun}"
        case ReviewScore() | MentorReviewScore():
            return f"{name} {does} {amount // 10}.{amount % 10} review points"
        case _:
            return f"{name} {does} {_counted(amount, 'point')}"


def _counted(amount: int, noun: str) -> str:
    return f"{amount} {noun}{'' if amount == 1 else 's'}"


def _more(change: int) -> str:
    return "more" if change > 0 else "fewer"
