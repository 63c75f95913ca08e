"""Mentees that do not share a mentor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solution.verification import Violation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.rules import Apart
    from prssmi_match.verification.view import View

__all__ = ["check"]


def check(rule_id: str, rule: Apart, view: View) -> Iterator[Violation]:
    """Yield a violation for each mentor that two or more of the mentees share; the amount is how many too many."""
    for mentor in view.mentees_of:
        sharing = view.members_at(mentor, rule.mentees)
        if len(sharing) > 1:
            names = view.mentee_names(sharing)
            yield Violation(
                rule_id=rule_id,
                amount=len(sharing) - 1,
                witnesses=(*sharing, mentor),
                sentence=f"{names} must not share a mentor, but all have {view.mentor_name(mentor)}.",
            )
