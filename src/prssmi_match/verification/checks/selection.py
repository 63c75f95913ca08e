"""How many mentees are matched, and who must be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solution.verification import Violation
from prssmi_match.verification.checks.bounds import check_bounds
from prssmi_match.verification.sentences import are, counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.rules import Selection
    from prssmi_match.verification.view import View

__all__ = ["check"]


def check(rule_id: str, rule: Selection, view: View) -> Iterator[Violation]:
    """Yield a violation for a number of matched mentees outside the bounds, and for each one that must be matched."""
    matched = tuple(view.mentors_of)
    yield from check_bounds(rule_id, rule, matched, f"{counted(len(matched), 'mentee')} {are(len(matched))} matched")
    for mentee in sorted(set(rule.must_match)):
        if mentee not in view.mentors_of:
            sentence = f"{view.mentee_name(mentee)} must be matched, but has no mentor."
            yield Violation(rule_id=rule_id, amount=1, witnesses=(mentee,), sentence=sentence)
