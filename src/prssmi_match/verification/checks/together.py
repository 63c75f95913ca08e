"""Mentees that share one mentor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.wording import enumeration
from prssmi_match.solution.verification import Violation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.rules import Together
    from prssmi_match.verification.view import View

__all__ = ["check"]


def check(rule_id: str, rule: Together, view: View) -> Iterator[Violation]:
    """Yield a violation where the mentees do not share one mentor; the amount is how many would have to change.

    A mentee that is not available counts as any other that is unmatched: without ``partial``, nobody is matched then.
    """
    members = sorted(set(rule.mentees))
    matched = [mentee for mentee in members if mentee in view.mentors_of]
    mentors = sorted({mentor for mentee in matched for mentor in view.mentors_of[mentee]})
    if len(mentors) <= 1 and (rule.partial or len(matched) in {0, len(members)}):
        return
    largest = max(len(view.members_at(mentor, members)) for mentor in mentors)
    apart = len(matched) - largest
    amount = apart if rule.partial else min(len(matched), apart + len(members) - len(matched))
    unmatched = [mentee for mentee in members if mentee not in view.mentors_of]
    yield Violation(
        rule_id=rule_id,
        amount=max(amount, 1),
        witnesses=tuple(members if not rule.partial else matched),
        sentence=_sentence(rule, view, mentors, [] if rule.partial else unmatched),
    )


def _sentence(rule: Together, view: View, mentors: list[str], unmatched: list[str]) -> str:
    members = view.mentee_names(sorted(set(rule.mentees)))
    asked = f"Those of {members} that are matched" if rule.partial else members
    found = [
        f"{view.mentee_names(view.members_at(mentor, rule.mentees))} with {view.mentor_name(mentor)}"
        for mentor in mentors
    ]
    if unmatched:
        found.append(f"{view.mentee_names(unmatched)} unmatched")
    return f"{asked} must share one mentor, but the answer has {enumeration(found)}."
