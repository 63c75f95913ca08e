"""Give a matched cohort the dates of its sessions, visits and calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match import planning
from prssmi_match.cli.calendars import refusing
from prssmi_match.cli.dated import problem_and_calendar
from prssmi_match.cli.matching import code_of, exit_code, matched, point_on, summary
from prssmi_match.cli.planned import write_planned
from prssmi_match.cli.progress import progress, steps
from prssmi_match.cli.streams import STANDARD, note, put, read_text
from prssmi_match.errors import Finding, ProblemError
from prssmi_match.intake import parse_matching, parse_schedule
from prssmi_match.records import provenance
from prssmi_match.reporting.dates import dates_text
from prssmi_match.solution.result import Result
from prssmi_match.solution.status import Status

if TYPE_CHECKING:
    from argparse import Namespace

    from prssmi_match.cli.exit_codes import ExitCode
    from prssmi_match.problem.calendar import Calendar
    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.schedule import Schedule

__all__ = ["run"]


def run(arguments: Namespace) -> ExitCode:
    """Match, or take the announced pairs, and give their dates where they were asked for."""
    problem, calendar = problem_and_calendar(arguments)
    result = _result(problem, calendar, arguments)
    if not result.has_matching:
        put(result.model_dump_json(indent=2) if arguments.json else summary(result), STANDARD)
        point_on(result, arguments)
        return exit_code(result)
    plan = planning.schedule(
        result,
        _after(calendar, problem, arguments),
        time_limit=arguments.time_limit,
        workers=arguments.workers,
        on_progress=progress(),
    )
    _deliver(plan, arguments)
    write_planned(result, plan, arguments)
    if plan.status is Status.INFEASIBLE and arguments.repairs and not arguments.json:
        _tell_repairs(result, plan, arguments)
    return code_of(plan.status)


def _result(problem: Problem, calendar: Calendar, arguments: Namespace) -> Result:
    """Return the match whose dates are planned."""
    if arguments.matching is None:
        if calendar.refuse_pairs:
            problem, words = refusing(problem, calendar)
            note(words)
            arguments.visits_in = arguments.calendar  # so that the next command asks the same
        return matched(problem, arguments)
    matching = parse_matching(read_text(arguments.matching), arguments.matching)
    unknown = [
        Finding(
            "unknown_id", arguments.matching, repr(site), "a site of the input", f"{site!r} is no {side} of the input."
        )
        for side, known in (("mentee", problem.mentee_by_id), ("mentor", problem.mentor_by_id))
        for site in sorted({getattr(pair, side) for pair in matching.pairs} - known.keys())
    ]
    if unknown:
        raise ProblemError(unknown)
    source = provenance(problem, time_limit=arguments.time_limit, workers=arguments.workers)
    return Result(status=Status.FEASIBLE, answer=matching, provenance=source, problem=problem)


def _after(calendar: Calendar, problem: Problem, arguments: Namespace) -> Calendar:
    """Return the calendar with the dates of the announced plan, where one is named."""
    if arguments.announced is None:
        return calendar
    plan = parse_schedule(read_text(arguments.announced), problem, calendar, arguments.announced)
    return planning.with_earlier(calendar, plan)


def _deliver(plan: Schedule, arguments: Namespace) -> None:
    document = plan.model_dump_json(indent=2)
    if arguments.output:
        put(document, arguments.output)
    if arguments.output != STANDARD:
        put(document if arguments.json else dates_text(plan), STANDARD)


def _tell_repairs(result: Result, plan: Schedule, arguments: Namespace) -> None:
    told = planning.diagnose(
        result, plan.calendar, conflict=plan.conflict, time_limit=arguments.time_limit, on_progress=steps()
    )
    if told.repairs:
        put("\nEach of these would settle it, the least first:", STANDARD)
    elif told.repairs_complete:
        put("\nNo change of the calendar that may be made settles it.", STANDARD)
    else:
        put("\nTime ran out before a change was found that settles it.", STANDARD)
    for number, repair in enumerate(told.repairs, start=1):
        put(f"  {number}. (cost {repair.cost}) {repair.sentence}", STANDARD)
    if told.repairs and not told.repairs_complete:
        put("There may be more ways than these.", STANDARD)
