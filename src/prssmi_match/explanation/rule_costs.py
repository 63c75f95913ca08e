"""What each rule costs: the document without it, matched again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.explanation.changed import changed_answer
from prssmi_match.explanation.rerun import rerun
from prssmi_match.problem.changes import without_rule
from prssmi_match.problem.wording import without_rule_words
from prssmi_match.solution.rule_costs import RuleCost, RuleCosts

if TYPE_CHECKING:
    from prssmi_match.solution.result import Result
    from prssmi_match.solving import Budget

__all__ = ["find_rule_costs"]


def find_rule_costs(result: Result, budget: Budget) -> RuleCosts:
    """Return what the aims gain without each rule of the program.

    Without an eligibility rule that states a setting, the default ``any`` applies, as in any document.

    Raises
    ------
    NoMatchingError
        If the result has no matching.
    """
    problem, rows = result.problem, []
    assert result.matching is not None  # noqa: S101 - raises where there is none
    for named in budget.each(problem.program.rules, "rules"):
        again = rerun(without_rule(problem, named.id), budget)
        words = without_rule_words(problem, named)
        rows.append(RuleCost(rule_id=named.id, **changed_answer(result, again, words)))
    tiers = tuple(tier.name for tier in problem.program.tiers)
    return RuleCosts(rows=tuple(rows), tiers=tiers, complete=len(rows) == len(problem.program.rules))
