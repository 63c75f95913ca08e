"""What the next tier gains for each step that a tier gives up: both, solved for each amount."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.explanation.best import best_answers
from prssmi_match.explanation.rerun import judged, moves
from prssmi_match.problem.policy import MaximizeTier
from prssmi_match.problem.text import nearest
from prssmi_match.problem.wording import give_up_sentence
from prssmi_match.solution.give_up_curve import GiveUpCurve, GiveUpStep
from prssmi_match.solution.status import Status
from prssmi_match.solving import resume

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.problem.policy import Tier
    from prssmi_match.solution.evaluation import TierEvaluation
    from prssmi_match.solution.matching import Matching
    from prssmi_match.solution.result import Result
    from prssmi_match.solving import BestAnswers, Budget

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
    answers, best = best_answers(result, budget), result.tiers[index].best
    width = step or max(1, -(-abs(best) // 100))
    amounts = [width * count for count in range(steps + 1)]
    found = _answers(answers, index, best, amounts)
    rows = [_row(result, index, amount, found[amount], found[0]) for amount in amounts if {amount, 0} <= found.keys()]
    name = result.problem.program.tiers[index + 1].name
    return GiveUpCurve(tier=tier, next_tier=name, best=best, rows=tuple(rows), complete=len(rows) == len(amounts))


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


@dataclass(frozen=True, slots=True)
class _Answer:
    """The answer where an amount is given up.

    Attributes
    ----------
    evaluations : tuple of TierEvaluation
        Of the tier, and of the next one.
    next_best : int
        What the next tier reached when its turn came.
    stays : bool
        Whether it is the answer for any smaller amount, too, that it does not pass: it is proved, and no later tier
        gave up more because of a best that another matching has.
    """

    matching: Matching
    evaluations: tuple[TierEvaluation, TierEvaluation]
    next_best: int
    proved: bool
    stays: bool


def _answers(answers: BestAnswers, index: int, best: int, amounts: Sequence[int]) -> dict[int, _Answer]:
    """Return the answer for each amount, from the most down; one that still fits is not searched again."""
    found: dict[int, _Answer] = {}
    for amount in answers.budget.each([amounts[-1], 0, *amounts[-2:0:-1]], "amounts given up"):
        more = min((one for one in found if one > amount), default=None)
        if more is not None and found[more].stays and found[more].evaluations[0].value >= best - amount:
            found[amount] = found[more]
        elif (answer := _answer(answers, index, amount)) is not None:
            found[amount] = answer
        else:
            break
    return found


def _answer(answers: BestAnswers, index: int, amount: int) -> _Answer | None:
    """Search the tiers behind one with an amount given up; None where time ran out before anything was found."""
    problem = answers.compatibility.problem
    tiers = problem.program.tiers[index + 1 :]
    outcome = resume(answers.giving_up(index, amount), tiers)
    again = judged(problem, outcome)
    if again.matching is None or again.evaluation is None:
        return None
    own, *later = again.evaluation.tiers[index:]
    reached = [found.step.value for found in outcome.tiers]
    kept = (
        scored.value == value or not (isinstance(tier, MaximizeTier) and tier.give_up)
        for tier, scored, value in zip(tiers, later, reached, strict=True)
    )
    return _Answer(again.matching, (own, later[0]), reached[0], again.proved, again.proved and all(kept))


def _row(result: Result, index: int, amount: int, found: _Answer, without: _Answer) -> GiveUpStep:
    own, following = found.evaluations
    tier, next_tier = result.problem.program.tiers[index : index + 2]
    lost, gain = result.tiers[index].best - own.value, found.next_best - without.next_best
    return GiveUpStep(
        given_up=amount,
        value=own.value,
        next_best=found.next_best,
        next_profile=following.profile,
        gain=gain,
        moves=moves(result.problem, result.matching, found.matching),
        proved=found.proved and result.status is Status.OPTIMAL,
        sentence=give_up_sentence((tier, lost), (next_tier, gain), amount),
    )
