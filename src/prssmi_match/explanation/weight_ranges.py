"""How far each weight can move before the best answers change: solved at both ends, and one beyond."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from prssmi_match.explanation.best import best_answers
from prssmi_match.problem.changes import with_criteria, with_tiers
from prssmi_match.problem.magnitude import magnitude_defects
from prssmi_match.problem.policy import LeximinTier, MaximizeTier, criteria_of
from prssmi_match.problem.text import nearest
from prssmi_match.problem.wording import weight_sentence
from prssmi_match.solution.status import Status
from prssmi_match.solution.weight_ranges import WeightRange, WeightRanges
from prssmi_match.solving import SameBest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.policy import Tier
    from prssmi_match.solution.result import Result
    from prssmi_match.solving import Budget

__all__ = ["find_weight_ranges"]

MOST_ANSWERS = 200
"""Best answers that are listed for a comparison; where there are more, nothing is claimed."""


def find_weight_ranges(
    result: Result, budget: Budget, *, tiers: Collection[str] | None = None, most: int = 100
) -> WeightRanges:
    """Return for each weight that stands beside another how far it can move, the others fixed.

    Parameters
    ----------
    tiers : collection of str or None
        The tiers that are asked about; all by default.
    most : int
        The largest weight that is tried.

    Raises
    ------
    NoMatchingError
        If the result has no matching.
    ValueError
        If ``tiers`` names an unknown one, or ``most`` is below 1.
    """
    _check(result.problem, tiers, most)
    assert result.matching is not None  # noqa: S101 - raises where there is none
    asked = list(_weights(result.problem, tiers))
    own = _same_best(result, budget) if asked else None
    rows = []
    for index, place in budget.each(asked, "weights"):
        rows.append(_range(result, _Same(result.problem, (index, place), own), most))
    return WeightRanges(rows=tuple(rows), complete=len(rows) == len(asked))


def _same_best(result: Result, budget: Budget) -> SameBest | None:
    """Return what tells whether the best answers stay; None where they were not all found, or proved."""
    if result.status is not Status.OPTIMAL:
        return None
    answers = best_answers(result, budget)
    best, complete = answers.all(answers.search(), MOST_ANSWERS)
    return SameBest(answers, best) if complete else None


def _check(problem: Problem, tiers: Collection[str] | None, most: int) -> None:
    if most < 1:
        raise ValueError(f"most is {most}; give a weight of at least 1")
    names = [tier.name for tier in problem.program.tiers]
    for name in tiers or ():
        if name not in names:
            close = nearest(name, names)
            guess = f" Did you mean {close!r}?" if close else ""
            raise ValueError(f"There is no tier {name!r}.{guess} Use one of: {', '.join(names)}")


def _weights(problem: Problem, tiers: Collection[str] | None) -> Iterator[tuple[int, int]]:
    """Give the places of tier and criterion.

    The weight of a criterion alone only scales its tier, which matters where points count: what is given up, or steps.
    """
    for index, tier in enumerate(problem.program.tiers):
        scales = _gives_up(tier) or (isinstance(tier, LeximinTier) and tier.leximin.step > 1)
        criteria = criteria_of(tier)
        if (tiers is None or tier.name in tiers) and (len(criteria) > 1 or scales):
            yield from ((index, place) for place in range(len(criteria)))


def _gives_up(tier: Tier) -> bool:
    return isinstance(tier, MaximizeTier) and tier.give_up is not None


class _Same:
    """Whether the best answers are the same under another weight; each weight is asked about once."""

    def __init__(self, problem: Problem, at: tuple[int, int], own: SameBest | None) -> None:
        self.index, self.place = at
        self.tier = problem.program.tiers[self.index]
        self.criterion = criteria_of(self.tier)[self.place]
        self._problem, self._own = problem, own
        self._known: dict[int, bool | None] = {self.criterion.weight: None if own is None else True}

    def __call__(self, weight: int) -> bool | None:
        """Return None where it is not known."""
        if weight not in self._known:
            changed = _weighing(self._problem, self.index, self.place, weight)
            own = None if magnitude_defects(changed) else self._own
            self._known[weight] = None if own is None else own.under(changed.program.tiers[:-1])
        return self._known[weight]

    @property
    def proved(self) -> bool:
        """Whether every weight that was asked for is known."""
        return all(answer is not None for answer in self._known.values())


def _range(result: Result, same: _Same, most: int) -> WeightRange:
    criterion, limit = same.criterion, max(most, same.criterion.weight)
    low, high = _end(same, criterion.weight, 1), _end(same, criterion.weight, limit)
    proved = same.proved and result.status is Status.OPTIMAL
    high_open = high == limit and same(high) is True
    onward = result.problem.program.tiers[same.index :]
    between = proved and _is_convex(same.tier, onward)
    known: Literal["all", "ends"] | None = None if not proved else "all" if between else "ends"
    return WeightRange(
        tier=same.tier.name,
        criterion=criterion.criterion,
        place=same.place,
        weight=criterion.weight,
        low=low,
        high=high,
        high_open=high_open,
        between=between,
        proved=proved,
        sentence=weight_sentence(same.tier.name, criterion, (low, high), known, high_open=high_open),
    )


def _is_convex(tier: Tier, onward: tuple[Tier, ...]) -> bool:
    """Whether the weights with the same best answers have no gaps.

    Under a maximum, an answer that is best at two weights is best between them, and no other answer is best between
    that is not best at both; later tiers choose the same from fewer, unless what one gives up depends on what was
    left out. Of the other kinds of tiers nothing is claimed.
    """
    return isinstance(tier, MaximizeTier) and not any(map(_gives_up, onward))


def _end(same: _Same, weight: int, limit: int) -> int:
    """Return the last weight towards a limit under which the answers are the same, by doubling steps and bisection."""
    sign = 1 if limit > weight else -1
    good, step = weight, 1
    bad = None
    while bad is None and good != limit:
        trial = weight + sign * min(step, abs(limit - weight))
        if same(trial):
            good, step = trial, 2 * step
        else:
            bad = trial
    while bad is not None and abs(bad - good) > 1:
        middle = (good + bad) // 2
        good, bad = (middle, bad) if same(middle) else (good, middle)
    return good


def _weighing(problem: Problem, index: int, place: int, weight: int) -> Problem:
    tiers = list(problem.program.tiers)
    criteria = [
        criterion.model_copy(update={"weight": weight}) if number == place else criterion
        for number, criterion in enumerate(criteria_of(tiers[index]))
    ]
    tiers[index] = with_criteria(tiers[index], tuple(criteria))
    return with_tiers(problem, tiers)
