"""What becomes of an answer when a mentor leaves: the document without it, matched again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.explanation.changed import changed_answer
from prssmi_match.explanation.conflict import find_conflict
from prssmi_match.explanation.rerun import rerun
from prssmi_match.explanation.standing_answer import standing_answer
from prssmi_match.problem.changes import keeping_first, keeping_last, without_mentors
from prssmi_match.problem.wording import clash_words, leaving_words
from prssmi_match.solution.status import Status
from prssmi_match.solution.withdrawals import Withdrawal, Withdrawals

if TYPE_CHECKING:
    from prssmi_match.explanation.rematch import Order
    from prssmi_match.solution.result import Result
    from prssmi_match.solving import Budget

__all__ = ["find_withdrawals"]


def find_withdrawals(result: Result, budget: Budget, *, first: Order = "changes") -> Withdrawals:
    """Return for each mentor of an answer who would go where if it left.

    Raises
    ------
    NoMatchingError
        If the result has no matching.
    ValueError
        If ``first`` is neither of the two.
    """
    if first not in {"changes", "quality"}:
        raise ValueError(f"first is {first!r}; use 'changes' or 'quality'")
    standing = standing_answer(result)
    keeping = keeping_first if first == "changes" else keeping_last
    mentors, rows = sorted({pair.mentor for pair in result.matching.pairs}), []
    for mentor in budget.each(mentors, "mentors"):
        changed = without_mentors(standing.problem, {mentor})
        again = rerun(keeping(changed), budget)
        fields = changed_answer(standing, again, leaving_words(standing.problem, mentor))
        if again.status is Status.INFEASIBLE and (conflict := find_conflict(changed, budget)):
            fields["conflict"] = conflict
            fields["sentence"] += " " + clash_words([member.sentence for member in conflict.members])
        rows.append(Withdrawal(mentor=mentor, **fields))
    tiers = tuple(tier.name for tier in standing.problem.program.tiers)
    return Withdrawals(rows=tuple(rows), tiers=tiers, complete=len(rows) == len(mentors))
