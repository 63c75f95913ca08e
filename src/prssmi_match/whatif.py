"""What if: questions about an answer that take solving again, each exact.

Every function but ``sweep``, which takes a problem, takes the result of a match, and raises ``NoMatchingError`` where
that has no matching. All take ``time_limit`` in seconds (what was not worked out by then is missing, and ``.complete``
is False), and ``on_progress``, which is called with ``what, done, total, seconds`` (``LiveLine().step`` shows that).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from concurrent.futures import Executor

    from prssmi_match.explanation.rematch import Order
    from prssmi_match.explanation.sweep import Stated
    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.backups import Backups
    from prssmi_match.solution.certainty import Certainty
    from prssmi_match.solution.change_curve import ChangeCurve
    from prssmi_match.solution.give_up_curve import GiveUpCurve
    from prssmi_match.solution.pair_prices import PairPrices
    from prssmi_match.solution.result import Result
    from prssmi_match.solution.rule_costs import RuleCosts
    from prssmi_match.solution.slot_values import SlotValues
    from prssmi_match.solution.sweep import Sweep
    from prssmi_match.solution.waitlist import Waitlist
    from prssmi_match.solution.weight_ranges import WeightRanges
    from prssmi_match.solution.withdrawals import Withdrawals
    from prssmi_match.solving import OnStep

__all__ = [
    "backups",
    "certainty",
    "change_curve",
    "give_up_curve",
    "pair_prices",
    "rule_costs",
    "slot_values",
    "sweep",
    "waitlist",
    "weight_ranges",
    "withdrawals",
]

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


def pair_prices(result: Result, *, time_limit: float | None = None, on_progress: OnStep | None = None) -> PairPrices:
    """Say why each pair that nothing forbids by itself is not in the answer: its price, or what stands against it.

    The same as :func:`prssmi_match.why_not` for every such pair; one search a pair and more.
    """
    from prssmi_match.explanation.pair_prices import find_pair_prices
    from prssmi_match.solving import Budget

    return find_pair_prices(result, Budget(time_limit, on_step=on_progress))


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


def change_curve(result: Result, *, time_limit: float | None = None, on_progress: OnStep | None = None) -> ChangeCurve:
    """Give the best answer with at most 0, 1, 2, ... pairs of ``problem.previous`` changed, up to the best of all."""
    from prssmi_match.explanation.change_curve import find_change_curve
    from prssmi_match.solving import Budget

    return find_change_curve(result, Budget(time_limit, on_step=on_progress))


def withdrawals(
    result: Result,
    *,
    first: Order = "changes",
    time_limit: float | None = None,
    on_progress: OnStep | None = None,
) -> Withdrawals:
    """Say for each mentor of the answer who would go where if it left, and what the aims would lose.

    Parameters
    ----------
    first : {"changes", "quality"}
        Whether as few others as possible move, or all aims come first, as for ``rematch``.

    Raises
    ------
    ValueError
        If ``first`` is neither of the two.
    """
    from prssmi_match.explanation.withdrawals import find_withdrawals
    from prssmi_match.solving import Budget

    return find_withdrawals(result, Budget(time_limit, on_step=on_progress), first=first)


def backups(result: Result, *, time_limit: float | None = None, on_progress: OnStep | None = None) -> Backups:
    """Give every matched mentee a second mentor, such that any one mentor can leave and everybody else stays.

    The mentees of one mentor find their places together, within capacity and all other rules. Where there is not room
    for all of them, as many as possible have one, and it says for whom there is none.
    """
    from prssmi_match.explanation.backups import find_backups
    from prssmi_match.solving import Budget

    return find_backups(result, Budget(time_limit, on_step=on_progress))


def waitlist(
    result: Result, *, depth: int = 3, time_limit: float | None = None, on_progress: OnStep | None = None
) -> Waitlist:
    """Say who comes in when a mentee leaves, seat by seat, and in which order the mentees without a mentor wait.

    Parameters
    ----------
    depth : int
        How many are named for each seat: who comes in, who if that one declines, ...

    Raises
    ------
    ValueError
        If ``depth`` is below 1.
    """
    from prssmi_match.explanation.waitlist import find_waitlist
    from prssmi_match.solving import Budget

    return find_waitlist(result, Budget(time_limit, on_step=on_progress), depth=depth)


def sweep(
    problem: Problem,
    scenarios: Iterable[Stated] | Mapping[str, Stated],
    executor: Executor | None = None,
    *,
    time_limit: float | None = None,
    on_progress: OnStep | None = None,
) -> Sweep:
    """Match a document as it is and under every scenario, each verified; on one machine or on many.

    Parameters
    ----------
    scenarios : mapping of str to scenario, or iterable of scenario
        Each a ``Scenario``, the same as a dictionary (``withdrawn``, ``capacities``, ``weights``, ``rules``,
        ``without_rules``, ``seed``), or another problem.
    executor : concurrent.futures.Executor or None
        Where they are matched: a pool of processes, a ``dask.distributed`` client's ``get_executor()``, ...; None is
        here, one after the other. The answers are the same. What a lost worker had is matched here.

    Raises
    ------
    ProblemError
        If a scenario cannot be made; with all findings of all scenarios, before anything is solved.
    """
    from prssmi_match.explanation.sweep import find_sweep
    from prssmi_match.solving import Budget

    return find_sweep(problem, scenarios, Budget(time_limit, on_step=on_progress), executor)
