"""How many mentors are used, and which must be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solution.verification import Violation
from prssmi_match.verification.checks.bounds import check_bounds
from prssmi_match.verification.sentences import are, counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.rules import Opening
    from prssmi_match.verification.view import View

__all__ = ["check"]


def check(rule_id: str, rule: Opening, view: View) -> Iterator[Violation]:
    """Yield a violation for a number of used mentors outside the bounds, and for each one that must be used."""
    used = tuple(view.mentees_of)
    yield from check_bounds(rule_id, rule, used, f"{counted(len(used), 'mentor')} {are(len(used))} used")
    for mentor in sorted(set(rule.must_open)):
        if mentor not in view.mentees_of:
            sentence = f"{view.mentor_name(mentor)} must be used, but has no mentee."
            yield Violation(rule_id=rule_id, amount=1, witnesses=(mentor,), sentence=sentence)
