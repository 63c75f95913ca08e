"""What the next tier gains for each step that a tier gives up: both, solved for each amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.explanation.rerun import moves, rerun
from prssmi_match.problem.changes import with_tiers
from prssmi_match.problem.policy import GiveUp, MaximizeTier
from prssmi_match.problem.text import nearest
from prssmi_match.problem.wording import give_up_sentence
from prssmi_match.solution.give_up_curve import GiveUpCurve, GiveUpStep
from prssmi_match.solution.status import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.policy import Tier
    from prssmi_match.solution.result import Result
    from prssmi_match.solving import Budget

__all__ = ["find_give_up_curve"]


def find_give_up_curve(
    result: Result, tier: str, budget: Budget, *, step: int | None = None, steps: int = 10
) -> GiveUpCurve:
    """Return the best of the next tier for each amount that a tier gives up, instead of its own ``give_up``.

    Parameters
    ----------
    tier : str
        A tier that maximizes, with another one behind it before the lottery.
    step : int or None
        Points that are given up more from one row to the next; by default 1 % of the best, rounded up, at least 1.
    steps : int
        Rows beyond the first, which gives up nothing.

    Raises
    ------
    NoMatchingError
        If the result has no matching.
    ValueError
        If the tier is unknown, special or the last, or ``step`` or ``steps`` is below 1.
    """
    index = _index(result.problem.program.tiers, tier)
    if steps < 1 or (step is not None and step < 1):
        raise ValueError("step and steps are whole numbers of at least 1")
    matching, best = result.matching, result.tiers[index].best
    width = step or max(1, -(-abs(best) // 100))
    rows: list[GiveUpStep] = []
    for amount in budget.each([width * count for count in range(steps + 1)], "amounts given up"):
        row = _row(result, index, amount, rows[0].next_best if rows else None, budget)
        if row is None:
            break
        rows.append(row)
    assert matching is not None  # noqa: S101 - raises where there is none
    name = result.problem.program.tiers[index + 1].name
    return GiveUpCurve(tier=tier, next_tier=name, best=best, rows=tuple(rows), complete=len(rows) == steps + 1)


def _index(tiers: Sequence[Tier], name: str) -> int:
    names = [tier.name for tier in tiers]
    if name not in names:
        close = nearest(name, names)
        guess = f" Did you mean {close!r}?" if close else ""
        raise ValueError(f"There is no tier {name!r}.{guess} Use one of: {', '.join(names)}")
    index = names.index(name)
    if not isinstance(tiers[index], MaximizeTier):
        raise ValueError(  # noqa: TRY004 - the tier is named by its value
            f"Tier {name!r} is a special tier, which gives up nothing"
        )
    if index + 2 >= len(tiers):
        raise ValueError(f"Behind tier {name!r} only the lottery is left, which gains nothing")
    return index


def _row(result: Result, index: int, amount: int, without: int | None, budget: Budget) -> GiveUpStep | None:
    """Match with an amount given up; None where time ran out before anything was found."""
    changed = _giving_up(result.problem, index, amount)
    again = rerun(changed, budget)
    if again.matching is None or again.evaluation is None:
        return None
    own, following = again.bests[index], again.bests[index + 1]
    value, judged = again.evaluation.tiers[index].value, again.evaluation.tiers[index + 1]
    tiers, gain = changed.program.tiers, following - (following if without is None else without)
    return GiveUpStep(
        given_up=amount,
        value=value,
        next_best=following,
        next_profile=judged.profile,
        gain=gain,
        moves=moves(result.problem, result.matching, again.matching),
        proved=again.status is Status.OPTIMAL and result.status is Status.OPTIMAL,
        sentence=give_up_sentence((tiers[index], own - value), (tiers[index + 1], gain), amount),
    )


def _giving_up(problem: Problem, index: int, amount: int) -> Problem:
    tiers = list(problem.program.tiers)
    tiers[index] = tiers[index].model_copy(update={"give_up": GiveUp(points=amount)})
    return with_tiers(problem, tiers)
