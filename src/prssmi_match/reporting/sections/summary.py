"""What happened, in one look: is the answer the best one, how many are matched, what to confirm first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.wording import enumeration
from prssmi_match.reporting.document import Facts, Items, Section, Text
from prssmi_match.reporting.words import counted, name_mentee
from prssmi_match.solution.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.reporting.document import Block, Content
    from prssmi_match.solution.result import Result

__all__ = ["build_summary"]

MOST_NAMED = 8
"""How many statements of one sort are listed before the rest is left to its own section."""


def build_summary(result: Result) -> Section:
    """Return the summary; there is one for every result."""
    blocks: list[Block] = [_verdict(result)]
    if result.has_matching:
        blocks += [_facts(result), *_to_confirm(result)]
    return Section("summary", "Summary", tuple(blocks))


def _verdict(result: Result) -> Text:
    match result.status:
        case Status.OPTIMAL:
            return Text(
                "Proved best: by the program's aims, in their order, no answer is better than this one.", "good"
            )
        case Status.FEASIBLE:
            return Text(f"Keeps every rule, but is not proved best: {_unproved(result)}", "caution")
        case Status.INFEASIBLE:
            return Text(
                "There is no answer: proved, no matching keeps all the rules. See below what conflicts.", "stop"
            )
        case Status.UNKNOWN:
            message = "No answer was found in the time given. That does not mean that there is none: allow more time."
            return Text(message, "stop")


def _unproved(result: Result) -> str:
    reached = {tier.name for tier in result.tiers if tier.proved}
    names = [f"“{tier.name}”" for tier in result.problem.program.tiers if tier.name not in reached]
    if not names:
        return "time ran out. A better answer may exist."
    aim = "the aim" if len(names) == 1 else "the aims"
    return f"time ran out for {aim} {enumeration(names)}. A better answer may exist."


def _facts(result: Result) -> Facts:
    problem, pairs = result.problem, result.matching.pairs
    mentees = sum(mentee.available for mentee in problem.mentees)
    mentors = sum(mentor.available for mentor in problem.mentors)
    return Facts(
        (
            ("Mentees matched", f"{len(pairs)} of {mentees} available"),
            ("Mentors used", f"{len({pair.mentor for pair in pairs})} of {mentors} available"),
            ("Proved best", "Yes" if result.status is Status.OPTIMAL else "No"),
            ("Independent check", _check(result)),
        )
    )


def _check(result: Result) -> str:
    if result.verification is None:
        return "Not made"
    return "Every rule is kept" if result.verification.valid else "A rule is broken"


def _to_confirm(result: Result) -> list[Block]:
    sorts: list[tuple[list[Content], str]] = [
        (list(_provisional(result)), "more provisional pairs: see The answer"),
        ([condition.sentence for condition in result.conditions], "more: see Conditions"),
        ([assumption.sentence for assumption in result.assumptions], "more: see Assumptions"),
    ]
    items: list[Content] = []
    for statements, more in sorts:
        items += statements[:MOST_NAMED]
        if len(statements) > MOST_NAMED:
            items.append(f"{len(statements) - MOST_NAMED} {more}")
    unknown = sum(bool(pair.assumed) for pair in result.matching.pairs)
    if unknown:
        items.append(f"{counted(unknown, 'pair')} rest on something unknown, marked in The answer.")
    if not items:
        return [Text("Nothing has to be confirmed first.")]
    return [Text("To confirm before anybody is told:"), Items(tuple(items))]


def _provisional(result: Result) -> Iterator[Content]:
    for pair in result.matching.pairs:
        if pair.provisional:
            yield (name_mentee(result.problem, pair.mentee), " is provisional: confirm that it is ready.")
