"""No two sites would both rather be paired with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solution.verification import Violation
from prssmi_match.verification.stability import rank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.verification.view import View

__all__ = ["check"]


def check(rule_id: str, view: View) -> Iterator[Violation]:
    """Yield a violation for each blocking pair."""
    for mentee, mentor in view.blocking_pairs:
        has = view.mentors_of.get(mentee)
        yield Violation(
            rule_id=rule_id,
            amount=1,
            witnesses=(mentee, mentor),
            sentence=(
                f"{view.mentee_name(mentee)} and {view.mentor_name(mentor)} would both rather be paired with each "
                f"other: {view.mentee_name(mentee)} {f'has {view.mentor_names(has)}' if has else 'is unmatched'}, and "
                f"{view.mentor_name(mentor)} {_ground(view, mentee, mentor)}."
            ),
        )


def _ground(view: View, mentee: str, mentor: str) -> str:
    mentees = view.mentees_of.get(mentor, ())
    if len(mentees) < view.sites.capacity[mentor]:
        return "has room"
    number = rank(view.sites, "mentor", mentor, mentee)
    worse = [other for other in mentees if rank(view.sites, "mentor", mentor, other) > number]
    return f"prefers it to {view.mentee_names(worse)}"
