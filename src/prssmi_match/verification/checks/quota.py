"""Bounds on the matched mentees of one kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.wording import enumeration
from prssmi_match.verification.checks.bounds import check_bounds
from prssmi_match.verification.sentences import are, counted
from prssmi_match.verification.sites import comparable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from prssmi_match.problem.participants import Mentee
    from prssmi_match.problem.rules import Quota
    from prssmi_match.solution.verification import Violation
    from prssmi_match.verification.view import View

__all__ = ["check", "has_all"]


def check(rule_id: str, rule: Quota, view: View) -> Iterator[Violation]:
    """Yield a violation where too many or too few are matched, in the whole cohort or at a used mentor."""
    if rule.per == "cohort":
        yield from _check_count(rule_id, rule, view, view.mentors_of)
        return
    for mentor, mentees in view.mentees_of.items():
        yield from _check_count(rule_id, rule, view, mentees, mentor)


def _check_count(
    rule_id: str, rule: Quota, view: View, mentees: Iterable[str], mentor: str | None = None
) -> Iterator[Violation]:
    those = tuple(mentee for mentee in mentees if has_all(view.sites.mentees[mentee], rule.where))
    place = "" if mentor is None else f" at {view.mentor_name(mentor)}"
    found = f"{counted(len(those), 'mentee')}{_kind(rule.where)} {are(len(those))} matched{place}"
    yield from check_bounds(rule_id, rule, those, found, () if mentor is None else (mentor,))


def has_all(mentee: Mentee, where: Mapping[str, str]) -> bool:
    """Tell whether all named fields of a mentee have, or contain, their value."""
    return all(_has(mentee, field, value) for field, value in where.items())


def _has(mentee: Mentee, field: str, value: str) -> bool:
    """Tell whether a field has, or contains, the value, which an unknown one never does."""
    match field:
        case "settings":
            return value in mentee.settings
        case "stage":
            return mentee.stage == value
        case _:
            return comparable(mentee, field) == value


def _kind(where: Mapping[str, str]) -> str:
    words = [f"{field.removeprefix('attributes.')} {value.replace('_', ' ')}" for field, value in sorted(where.items())]
    return f" with {enumeration(words)}" if words else ""
