"""What happened, in one look: is the answer the best one, how many are matched, what to confirm first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.wording import enumeration
from prssmi_match.reporting.document import Facts, Items, Section, Text
from prssmi_match.reporting.places import mentee_with_place
from prssmi_match.reporting.words import counted, joined, name_mentee
from prssmi_match.solution.certainty import Likelihood
from prssmi_match.solution.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prssmi_match.reporting.document import Block, Content, Part
    from prssmi_match.reporting.told import Told
    from prssmi_match.solution.result import Result

__all__ = ["build_summary"]

MOST_NAMED = 8
"""How many statements of one sort are listed before the rest is left to its own section."""


def build_summary(result: Result, told: Told) -> Section:
    """Return the summary; there is one for every result."""
    if not result.has_matching:
        return Section("summary", "Summary", (_verdict(result),))
    sorts = _to_confirm(result)
    blocks: list[Block] = [_verdict(result), _facts(result, sum(len(statements) for statements, _ in sorts))]
    blocks += [*_unmatched(result), *_uncertain(result, told)]
    if items := tuple(item for statements, more in sorts for item in _first(statements, more)):
        blocks += [Text("To confirm before anybody is told:"), Items(items)]
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


def _facts(result: Result, to_confirm: int) -> Facts:
    problem, pairs = result.problem, result.matching.pairs
    mentees = sum(mentee.available for mentee in problem.mentees)
    mentors = sum(mentor.available for mentor in problem.mentors)
    return Facts(
        (
            ("Mentees matched", f"{len(pairs)} of {mentees} available"),
            ("Mentors used", f"{len({pair.mentor for pair in pairs})} of {mentors} available"),
            ("Independent check", _check(result)),
            ("To confirm first", counted(to_confirm, "thing") if to_confirm else "Nothing"),
        )
    )


def _check(result: Result) -> str:
    if result.verification is None:
        return "Not made"
    return "Every rule is kept" if result.verification.valid else "A rule is broken"


def _unmatched(result: Result) -> Iterator[Text]:
    if result.matching.unmatched:
        names = _names(result, sorted(result.matching.unmatched))
        yield Text(("Without a mentor: ", *names, ". The reasons are told under Without a mentor."))


def _uncertain(result: Result, told: Told) -> Iterator[Text]:
    """Name the sites that are elsewhere in an equally good answer."""
    if open_rows := [row.mentee for row in told.certainty.values() if row.kind is not Likelihood.FORCED]:
        yield Text(("Only the draw decided about ", *_names(result, open_rows), ": see How certain this is."))


def _names(result: Result, mentees: Sequence[str]) -> tuple[Part, ...]:
    names = joined(mentee_with_place(result.problem, mentee) for mentee in mentees[:MOST_NAMED])
    more = len(mentees) - MOST_NAMED
    return (*names, f" and {more} more") if more > 0 else names


def _to_confirm(result: Result) -> list[tuple[list[Content], str]]:
    """Return what to confirm, by sort, each with the words for what is left to another section."""
    problem, pairs = result.problem, result.matching.pairs
    involved = {site for pair in pairs for site in pair.key}
    provisional: list[Content] = [
        (name_mentee(problem, pair.mentee), " is provisional: confirm that it is ready.")
        for pair in pairs
        if pair.provisional
    ]
    conditions: list[Content] = [
        (name_mentee(problem, condition.mentee), ": ", condition.sentence) for condition in result.conditions
    ]
    assumptions: list[Content] = [row.sentence for row in result.assumptions if row.site in involved]
    unknown = sum(bool(pair.assumed) for pair in pairs)
    points = f"The points of {counted(unknown, 'pair')} rest on something unknown, marked in The answer."
    return [
        (provisional, "more provisional pairs: see The answer."),
        (conditions, "more: see Conditions."),
        (assumptions, "more assumptions about sites of this answer: see Assumptions."),
        ([points] if unknown else [], ""),
    ]


def _first(statements: list[Content], more: str) -> Iterator[Content]:
    yield from statements[:MOST_NAMED]
    if len(statements) > MOST_NAMED:
        yield f"{len(statements) - MOST_NAMED} {more}"
