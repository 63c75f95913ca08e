"""Rules in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.rules import (
    Apart,
    Eligibility,
    Forbid,
    Opening,
    Pin,
    Quota,
    Selection,
    Stability,
    Together,
)
from prssmi_match.problem.wording.labels import enumeration, label_mentee, label_mentor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.program import NamedRule
    from prssmi_match.problem.rules.common import BoundedRule

__all__ = ["rule_sentence"]


def rule_sentence(problem: Problem, named: NamedRule) -> str:
    """Return a rule of the program as one sentence with the names of its sites."""
    rule = named.rule
    match rule:
        case Eligibility():
            return _eligibility(rule)
        case Pin():
            return f"{label_mentee(problem, rule.mentee)} must be paired with {label_mentor(problem, rule.mentor)}."
        case Forbid():
            return f"{label_mentee(problem, rule.mentee)} must not be paired with {label_mentor(problem, rule.mentor)}."
        case Together():
            return _together(problem, rule)
        case Apart():
            return f"No two of {_mentees(problem, rule.mentees)} may share a mentor."
        case Opening():
            return _bounds("mentor", rule, [label_mentor(problem, site) for site in rule.must_open], "used")
        case Selection():
            return _bounds("mentee", rule, [label_mentee(problem, site) for site in rule.must_match], "matched")
        case Quota():
            return _quota(rule)
        case Stability():
            return "No mentee and mentor may both prefer each other to what they have."


def _mentees(problem: Problem, ids: Sequence[str]) -> str:
    return enumeration(label_mentee(problem, mentee) for mentee in sorted(ids))


def _together(problem: Problem, rule: Together) -> str:
    if rule.partial:
        return f"Those of {_mentees(problem, rule.mentees)} that are matched share one mentor."
    return f"{_mentees(problem, rule.mentees)} share one mentor, or none of them is matched."


def _eligibility(rule: Eligibility) -> str:
    tests = {
        "covers at least one of the mentee's settings": rule.setting == "any",
        "covers all of the mentee's settings": rule.setting == "all",
        "has not mentored the mentee before": rule.no_prior_mentor,
        "is on the mentee's list": rule.listed_only,
        "has a score with the mentee": rule.scored_only,
        f"is within {rule.max_km} km": rule.max_km is not None,
    }
    parts = [words for words, stated in tests.items() if stated]
    if rule.team_size is not None:
        parts.append(f"meets a mentee team of {_range(rule.team_size)}")
    if rule.travelers is not None:
        parts.append(f"meets {_range(rule.travelers)} travelers")
    if not parts:
        return "Any setting may be paired with any other."
    return f"A pair is possible only where the mentor {enumeration(parts)}; what is unknown passes."


def _range(ends: tuple[int, int]) -> str:
    return str(ends[0]) if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"


def _bounds(noun: str, rule: Opening | Selection, musts: list[str], done: str) -> str:
    sentences = []
    if rule.min is not None or rule.max is not None:
        sentences.append(f"{_counted(rule, noun)} {done}.")
    if musts:
        sentences.append(f"{enumeration(sorted(musts))} must be {done}.")
    return " ".join(sentences) or f"Any number of {noun}s are {done}."


def _quota(rule: Quota) -> str:
    kind = enumeration(
        f"{field.removeprefix('attributes.')} {_words(value)}" for field, value in sorted(rule.where.items())
    )
    where = "at each mentor that is used" if rule.per == "mentor" else "in the whole cohort"
    return f"{_counted(rule, 'mentee', f'with {kind} ' if rule.where else '')} matched {where}."


def _counted(rule: BoundedRule, noun: str, kind: str = "") -> str:
    """Return limits with their noun and verb: ``At most 1 mentee is``."""
    one = (rule.min if rule.max is None else rule.max) == 1
    return f"{_limits(rule.min, rule.max)} {noun if one else f'{noun}s'} {kind}{'is' if one else 'are'}"


def _limits(low: int | None, high: int | None) -> str:
    if low is not None and high is not None:
        return f"Exactly {low}" if low == high else f"{low} to {high}"
    return f"At least {low}" if low is not None else f"At most {high}" if high is not None else "Any number of"


def _words(value: str) -> str:
    return value.replace("_", " ")
