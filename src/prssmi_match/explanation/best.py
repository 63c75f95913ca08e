"""The best answers beside the one of a result."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from prssmi_match.compatibility import assess
from prssmi_match.solving import BestAnswers

if TYPE_CHECKING:
    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.result import Result
    from prssmi_match.solving import Budget

__all__ = ["best_answers"]


def best_answers(result: Result, budget: Budget, changed: Problem | None = None) -> BestAnswers:
    """Return a search among the answers that are as good as a result's in every tier before the lottery.

    Parameters
    ----------
    changed : Problem or None
        Another document in which the answer still holds, and which is searched instead.

    Raises
    ------
    NoMatchingError
        If the result has no matching.
    """
    best = {tier.name: tier.best for tier in result.tiers}
    proved = 0 if changed else sum(takewhile(bool, (tier.proved for tier in result.tiers)))
    return BestAnswers(assess(changed or result.problem), result.matching, best, budget, proved)
