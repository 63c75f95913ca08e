"""The best answers beside the one of a result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.compatibility import assess
from prssmi_match.solving import BestAnswers

if TYPE_CHECKING:
    from prssmi_match.solution.result import Result
    from prssmi_match.solving import Budget

__all__ = ["best_answers"]


def best_answers(result: Result, budget: Budget) -> BestAnswers:
    """Return a search among the answers that are as good as a result's in every tier before the lottery.

    Raises
    ------
    NoMatchingError
        If the result has no matching.
    """
    best = {tier.name: tier.best for tier in result.tiers}
    return BestAnswers(assess(result.problem), result.matching, best, budget)
