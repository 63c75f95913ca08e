"""What every possible pair that an answer does not have would cost: the question why not, pair by pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.explanation.best import best_answers
from prssmi_match.explanation.why_not import find_why_not
from prssmi_match.solution.pair_prices import PairPrices

if TYPE_CHECKING:
    from prssmi_match.solution.result import Result
    from prssmi_match.solving import Budget

__all__ = ["find_pair_prices"]


def find_pair_prices(result: Result, budget: Budget) -> PairPrices:
    """Return why each pair that nothing forbids by itself is not in an answer.

    Raises
    ------
    NoMatchingError
        If the result has no matching.
    """
    answer = {pair.key for pair in result.matching.pairs}
    answers = best_answers(result, budget)
    grid = answers.compatibility
    possible = [(grid.mentees[mentee].id, grid.mentors[mentor].id) for mentee, mentor in grid.pairs]
    pairs = sorted(pair for pair in possible if pair not in answer)
    rows = tuple(find_why_not(result, budget, *pair, answers=answers) for pair in budget.each(pairs, "pairs"))
    return PairPrices(rows=rows, complete=len(rows) == len(pairs))
