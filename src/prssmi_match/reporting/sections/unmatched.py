"""Available mentees without a mentor, and what is certain about why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.rules import Opening, Selection
from prssmi_match.reporting.document import Items, Section, Text
from prssmi_match.reporting.words import counted, name_mentee
from prssmi_match.solution.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.document import Block
    from prssmi_match.solution.result import Result

__all__ = ["build_unmatched"]


def build_unmatched(result: Result) -> Section | None:
    """Return the unmatched mentees; None without a matching.

    Only what the data say for certain is named: limits of the program that are reached. Whether a limit is the reason
    for one mentee takes a search of its own.
    """
    if not result.has_matching:
        return None
    names = tuple(name_mentee(result.problem, mentee) for mentee in sorted(result.matching.unmatched))
    if not names:
        return Section("unmatched", "Without a mentor", (Text("Every available mentee has a mentor."),))
    head = f"{counted(len(names), 'available mentee is', 'available mentees are')} without a mentor in this answer."
    blocks: list[Block] = [Text(head), Items(names)]
    limits = tuple(_limits(result))
    if limits:
        blocks += [Text("Limits that this answer reaches:"), Items(limits)]
    else:
        blocks.append(
            Text("No limit on the whole cohort is reached; what decides are rules and limits of single sites.")
        )
    if result.status is not Status.OPTIMAL:
        blocks.append(Text("The answer is not proved best, so with more time some of them may get a mentor."))
    return Section("unmatched", "Without a mentor", tuple(blocks))


def _limits(result: Result) -> Iterator[str]:
    problem, pairs = result.problem, result.matching.pairs
    selection, opening = _maximum(problem, Selection), _maximum(problem, Opening)
    used = {pair.mentor for pair in pairs}
    if selection is not None and len(pairs) >= selection:
        yield f"The program matches at most {counted(selection, 'mentee')}, and that many are matched."
    if opening is not None and len(used) >= opening:
        yield f"The program uses at most {counted(opening, 'mentor')}, and that many are used."
    if used and all(len(result.matching.mentees_of(mentor)) >= _capacity(problem, mentor) for mentor in used):
        yield "Every mentor that is used has as many mentees as it takes."
    if not any(mentor.available for mentor in problem.mentors):
        yield "No mentor is available."


def _maximum(problem: Problem, kind: type[Selection | Opening]) -> int | None:
    rules = [named.rule for named in problem.program.rules]
    return min((rule.max for rule in rules if isinstance(rule, kind) and rule.max is not None), default=None)


def _capacity(problem: Problem, mentor: str) -> int:
    return problem.capacity(problem.mentor_by_id[mentor])
