"""A pair that must be in the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solution.verification import Violation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.rules import Pin
    from prssmi_match.verification.view import View

__all__ = ["check"]


def check(rule_id: str, rule: Pin, view: View) -> Iterator[Violation]:
    """Yield a violation where the two are not paired."""
    if rule.mentor in view.mentors_of.get(rule.mentee, ()):
        return
    instead = view.mentors_of.get(rule.mentee)
    yield Violation(
        rule_id=rule_id,
        amount=1,
        witnesses=(rule.mentee, rule.mentor),
        sentence=(
            f"{view.mentee_name(rule.mentee)} must be paired with {view.mentor_name(rule.mentor)}, "
            f"but {f'has {view.mentor_names(instead)}' if instead else 'is unmatched'}."
        ),
    )
