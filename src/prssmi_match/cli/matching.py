"""Matching as the commands do it, and what they say of the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.api import match, rematch, report
from prssmi_match.cli.exit_codes import ExitCode
from prssmi_match.cli.inputs import as_typed
from prssmi_match.cli.overrides import ledger_of
from prssmi_match.cli.progress import progress
from prssmi_match.cli.streams import STANDARD, note, put
from prssmi_match.problem.wording import label_mentee, label_mentor
from prssmi_match.solution.rematch import Rematch
from prssmi_match.solution.status import Status

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.result import Result

__all__ = ["code_of", "deliver", "exit_code", "matched", "point_on", "rematched", "summary"]

_CODES = {
    Status.OPTIMAL: ExitCode.DONE,
    Status.FEASIBLE: ExitCode.UNPROVED,
    Status.UNKNOWN: ExitCode.UNPROVED,
    Status.INFEASIBLE: ExitCode.INFEASIBLE,
}
_HEADLINES = {
    Status.OPTIMAL: "Proved: no other matching is better under the program's rules and policy.",
    Status.FEASIBLE: "Stopped before the end: this matching keeps all rules, but a better one may exist.",
    Status.UNKNOWN: "Stopped before any matching was found. Allow more time.",
    Status.INFEASIBLE: "No matching keeps all rules. These cannot all hold:",
}


def matched(problem: Problem, arguments: Namespace) -> Result:
    """Return the result of a match with the limits of the command line."""
    return match(problem, time_limit=arguments.time_limit, workers=arguments.workers, on_progress=progress())


def rematched(problem: Problem, arguments: Namespace) -> Result:
    """Return the answer that keeps as many earlier pairs as possible: the announced one, as far as it can still be."""
    return rematch(problem, time_limit=arguments.time_limit, workers=arguments.workers, on_progress=progress())


def exit_code(result: Result) -> ExitCode:
    """Return the exit code that tells a result's status."""
    return code_of(result.status)


def code_of(status: Status) -> ExitCode:
    """Return the exit code that tells a status."""
    return _CODES[status]


def deliver(result: Result, arguments: Namespace) -> None:
    """Give a result where it was asked for: a file, a report, standard output as JSON or in words."""
    if arguments.report:
        files = report(result).write(arguments.report)
        note(f"Report: {', '.join(map(str, files))}")
    if arguments.record:
        _write_record(result, arguments)
    document = result.model_dump_json(indent=2)
    if arguments.output:
        put(document, arguments.output)
    if arguments.output != STANDARD:
        put(document if arguments.json else summary(result), STANDARD)
    point_on(result, arguments)


def _write_record(result: Result, arguments: Namespace) -> None:
    from prssmi_match.records.run_record import record_run

    found = ledger_of(arguments)
    ledger = None if found is None else found[0]
    put(record_run(result, overrides=ledger, personal=arguments.personal).model_dump_json(indent=2), arguments.record)
    note(f"Record: {arguments.record}")


def point_on(result: Result, arguments: Namespace) -> None:
    """Say which command tells more where there is no answer."""
    if isinstance(result, Rematch) and result.is_over_budget and not arguments.json:
        note(f"To allow as many as it takes: --most-changes {result.fewest}")
    elif result.status is Status.INFEASIBLE and not arguments.json:
        if _is_frozen(result):
            note("To let these pairs change, leave their mentees out of --freeze.")
        else:
            note(f"What would settle it: prssmi-match diagnose {as_typed(arguments)}")


def _is_frozen(result: Result) -> bool:
    """Whether pairs that were frozen are part of the conflict; the document by itself says nothing of them."""
    if not isinstance(result, Rematch) or result.conflict is None:
        return False
    own = {named.id for named in result.document.program.rules}
    frozen = {named.id for named in result.problem.program.rules} - own
    return any(member.rule_id in frozen for member in result.conflict.members)


def summary(result: Result) -> str:
    """Return a result in a few lines of plain text."""
    return "\n".join([_HEADLINES[result.status], *_lines(result)])


def _lines(result: Result) -> Iterator[str]:
    problem = result.problem
    if result.conflict is not None:
        yield from (f"  - {member.sentence}" for member in result.conflict.members)
    if not result.has_matching:
        return
    matching = result.matching
    width = max((len(label_mentee(problem, pair.mentee)) for pair in matching.pairs), default=0)
    yield ""
    for pair in matching.pairs:
        mark = "  (provisional)" if pair.provisional else ""
        yield f"  {label_mentee(problem, pair.mentee):<{width}}  with  {label_mentor(problem, pair.mentor)}{mark}"
    if not matching.pairs:
        yield "  Nobody is matched."
    if matching.unmatched:
        yield ""
        yield f"Without a mentor: {', '.join(label_mentee(problem, mentee) for mentee in matching.unmatched)}"
    for condition in result.conditions:
        yield f"To settle: {label_mentee(problem, condition.mentee)}: {condition.sentence}"
