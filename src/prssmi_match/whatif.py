"""What if: questions about an answer that take solving again, each exact.

Every function takes the result of a match, ``time_limit`` in seconds (what was not worked out by then is missing, and
``.complete`` is False), and ``on_progress``, which is called with ``what, done, total, seconds``. All raise
``NoMatchingError`` where the result has no matching.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from prssmi_match.solution.certainty import Certainty
    from prssmi_match.solution.give_up_curve import GiveUpCurve
    from prssmi_match.solution.result import Result
    from prssmi_match.solution.rule_costs import RuleCosts
    from prssmi_match.solution.slot_values import SlotValues
    from prssmi_match.solution.weight_ranges import WeightRanges
    from prssmi_match.solving import OnStep

__all__ = ["certainty", "give_up_curve", "rule_costs", "slot_values", "weight_ranges"]

# The engine is slow to import, so each function imports it when it is asked.


def certainty(
    result: Result, *, limit: int = 100, time_limit: float | None = None, on_progress: OnStep | None = None
) -> Certainty:
    """Say of each available mentee whether every best answer has it there, or how many do, and where else it can be.

    Parameters
    ----------
    limit : int
        Best answers that are counted at most.
    """
    from prssmi_match.explanation.certainty import find_certainty
    from prssmi_match.solving import Budget

    return find_certainty(result, Budget(time_limit, on_step=on_progress), limit=limit)


def slot_values(result: Result, *, time_limit: float | None = None, on_progress: OnStep | None = None) -> SlotValues:
    """Say what one more, and one fewer, place at each mentor would change, tier by tier."""
    from prssmi_match.explanation.slot_values import find_slot_values
    from prssmi_match.solving import Budget

    return find_slot_values(result, Budget(time_limit, on_step=on_progress))


def rule_costs(result: Result, *, time_limit: float | None = None, on_progress: OnStep | None = None) -> RuleCosts:
    """Say what the answer would be without each rule of the program."""
    from prssmi_match.explanation.rule_costs import find_rule_costs
    from prssmi_match.solving import Budget

    return find_rule_costs(result, Budget(time_limit, on_step=on_progress))


def weight_ranges(
    result: Result,
    *,
    tiers: Collection[str] | None = None,
    most: int = 100,
    time_limit: float | None = None,
    on_progress: OnStep | None = None,
) -> WeightRanges:
    """Say how far each whole-number weight can move before the set of best answers changes, the others fixed.

    Parameters
    ----------
    tiers : collection of str or None
        The tiers that are asked about; all by default.
    most : int
        The largest weight that is tried.

    Raises
    ------
    ValueError
        If ``tiers`` names an unknown one, or ``most`` is below 1.
    """
    from prssmi_match.explanation.weight_ranges import find_weight_ranges
    from prssmi_match.solving import Budget

    return find_weight_ranges(result, Budget(time_limit, on_step=on_progress), tiers=tiers, most=most)


def give_up_curve(  # noqa: PLR0913 - the limits of every question, and the steps of this one
    result: Result,
    tier: str,
    *,
    step: int | None = None,
    steps: int = 10,
    time_limit: float | None = None,
    on_progress: OnStep | None = None,
) -> GiveUpCurve:
    """Say what the next tier gains for each step that a ``maximize`` tier gives up.

    Parameters
    ----------
    step : int or None
        Points from one row to the next; by default 1 % of the tier's best, rounded up, at least 1.
    steps : int
        Rows beyond the first, which gives up nothing.

    Raises
    ------
    ValueError
        If the tier is unknown, special or the last, or ``step`` or ``steps`` is below 1.
    """
    from prssmi_match.explanation.give_up_curve import find_give_up_curve
    from prssmi_match.solving import Budget

    return find_give_up_curve(result, tier, Budget(time_limit, on_step=on_progress), step=step, steps=steps)
