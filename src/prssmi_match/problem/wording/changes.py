"""Changes of a document in plain words: what is to be done, with both numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.changes import farther, wish_of
from prssmi_match.problem.rules import Apart, Eligibility, Forbid, Opening, Pin, Quota, Selection, Together
from prssmi_match.problem.wording.labels import enumeration, label_mentee, label_mentor
from prssmi_match.problem.wording.rules import rule_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prssmi_match.problem.changes import Lever
    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.program import NamedRule

__all__ = ["change_sentence", "changes_sentence"]

_NO_SETTING = "No longer ask that a mentor covers one of the mentee's settings."


def changes_sentence(problem: Problem, amounts: Mapping[Lever, int]) -> str:
    """Return several changes as one sentence, in their order."""
    parts = [change_sentence(problem, lever, amounts[lever]).removesuffix(".") for lever in amounts]
    if not parts:
        return "Nothing has to be changed."
    return f"{enumeration([parts[0], *(f'{part[0].lower()}{part[1:]}' for part in parts[1:])])}."


def change_sentence(problem: Problem, lever: Lever, amount: int) -> str:
    """Return one change as one sentence that says what to do, with the names of its sites."""
    if lever.fact.kind == "setting":
        return _NO_SETTING
    if lever.fact.kind != "rule":
        return _site_sentence(problem, lever, amount)
    named = next(named for named in problem.program.rules if named.id == lever.fact.id)
    match lever.kind:
        case "minimum" | "maximum" | "must":
            return _limit(problem, named, lever, amount)
        case "pin" | "forbid" | "together" | "apart" | "stability":
            return _dropped(problem, named)
        case _:
            return _eligibility(problem, named, lever, amount)


def _site_sentence(problem: Problem, lever: Lever, amount: int) -> str:
    own, *others = lever.fact.sites
    match lever.kind:
        case "mentee_veto":
            return f"Ask {label_mentee(problem, own)} to accept {label_mentor(problem, others[0])}."
        case "mentor_veto":
            return f"Ask {label_mentor(problem, own)} to accept {label_mentee(problem, others[0])}."
        case "mentee_availability":
            name = label_mentee(problem, own)
            if problem.mentee_by_id[own].status == "hold":
                return f"Take {name} off hold."
            return f"Ask {name}, which has withdrawn, to come back."
        case "mentor_availability":
            return f"Ask {label_mentor(problem, own)}, which has withdrawn, to come back as a mentor."
        case _:
            return _mentor_limit(problem, lever, amount)


def _mentor_limit(problem: Problem, lever: Lever, amount: int) -> str:
    mentor = problem.mentor_by_id[lever.fact.sites[0]]
    name = label_mentor(problem, mentor.id)
    if lever.kind == "min_mentees":
        return (
            f"Let {name} take as few as {mentor.min_mentees - amount} instead of {_some(mentor.min_mentees, 'mentee')}."
        )
    if lever.kind == "max_workload":
        most = mentor.max_workload or 0
        return f"Let {name} take a workload of {most + amount} instead of {most}."
    capacity = problem.capacity(mentor)
    assumed = " (assumed: it states no number)" if mentor.max_mentees is None else ""
    return f"Let {name} take {_some(capacity + amount, 'mentee')} instead of {capacity}{assumed}."


def _limit(problem: Problem, named: NamedRule, lever: Lever, amount: int) -> str:
    rule = named.rule
    assert isinstance(rule, Opening | Selection | Quota)  # noqa: S101 - no other kind has limits
    if lever.kind == "must" and isinstance(rule, Opening):
        return f"No longer require {label_mentor(problem, lever.part)} to be used."
    if lever.kind == "must":
        return f"No longer require {label_mentee(problem, lever.part)} to be matched."
    noun, kind = "mentor" if isinstance(rule, Opening) else "mentee", _kind(rule)
    if lever.kind == "maximum":
        most = rule.max or 0
        more = "one" if amount == 1 else str(amount)
        return f"Admit {more} more {noun}{'' if amount == 1 else 's'}{kind} ({most + amount} instead of {most})."
    least = rule.min or 0
    if amount == least:
        return f"No longer require {_some(least, noun)}{kind}."
    return f"Require {least - amount} instead of {_some(least, noun)}{kind}."


def _kind(rule: Opening | Selection | Quota) -> str:
    if not isinstance(rule, Quota):
        return ""
    where = [
        f"{field.removeprefix('attributes.')} {value.replace('_', ' ')}" for field, value in sorted(rule.where.items())
    ]
    return f"{f' with {enumeration(where)}' if where else ''}{' at each mentor' if rule.per == 'mentor' else ''}"


def _dropped(problem: Problem, named: NamedRule) -> str:
    rule = named.rule
    if isinstance(rule, Pin):
        return f"Drop the pin of {label_mentee(problem, rule.mentee)} to {label_mentor(problem, rule.mentor)}."
    if isinstance(rule, Forbid):
        return f"Allow {label_mentee(problem, rule.mentee)} to be paired with {label_mentor(problem, rule.mentor)}."
    if isinstance(rule, Together | Apart):
        mentees = enumeration(label_mentee(problem, mentee) for mentee in sorted(rule.mentees))
        return f"No longer keep {mentees} {rule.kind}."
    sentence = rule_sentence(problem, named)
    return f"Drop the rule that {sentence[0].lower()}{sentence[1:]}"


def _eligibility(problem: Problem, named: NamedRule, lever: Lever, amount: int) -> str:
    rule = named.rule
    assert isinstance(rule, Eligibility)  # noqa: S101 - no other kind has tests
    wish = wish_of(problem, named.id) is not None
    match lever.kind:
        case "setting":
            return _setting(rule, amount, is_wish=wish)
        case "listed_only":
            return _lowered("being on the mentee's list") if wish else "Allow mentors that the mentee has not listed."
        case "scored_only":
            return _lowered("having a score") if wish else "Allow pairs without a score."
        case "max_km":
            most = rule.max_km or 0
            return f"Allow mentors up to {farther(most, amount)} km away instead of {most}."
        case "team_size" | "travelers":
            return _range(rule, lever, amount)
        case _:
            return "Allow mentors that have mentored the mentee before."


def _lowered(what: str) -> str:
    return f"Make {what} a strong wish instead of a must."


def _setting(rule: Eligibility, amount: int, *, is_wish: bool) -> str:
    if rule.setting == "any":
        return _NO_SETTING
    if amount > 1:
        return "No longer ask that a mentor covers the mentee's settings."
    if is_wish:
        return _lowered("covering all of the mentee's settings")
    return "Ask a mentor to cover one of the mentee's settings instead of all."


def _range(rule: Eligibility, lever: Lever, amount: int) -> str:
    ends = rule.team_size if lever.kind == "team_size" else rule.travelers
    assert ends is not None  # noqa: S101 - the lever stands for it
    end, now = (ends[0] - amount, ends[0]) if lever.part == "low" else (ends[1] + amount, ends[1])
    reach, limit = ("as few as", "at least") if lever.part == "low" else ("up to", "at most")
    if lever.kind == "team_size":
        return f"Allow teams of {reach} {end} instead of {limit} {now}."
    return f"Allow {reach} {end} traveler{'' if end == 1 else 's'} instead of {limit} {now}."


def _some(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
