"""Match, and write a letter to each site."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from prssmi_match.api import letters
from prssmi_match.cli.calendars import calendar_of
from prssmi_match.cli.clock import Clock
from prssmi_match.cli.exit_codes import ExitCode
from prssmi_match.cli.matching import exit_code, matched, point_on, summary
from prssmi_match.cli.streams import STANDARD, input_problem, note, put, read_text
from prssmi_match.errors import Finding, OutputError, ProblemError
from prssmi_match.files import write_whole
from prssmi_match.intake import parse_schedule
from prssmi_match.reporting.words import counted

if TYPE_CHECKING:
    from argparse import Namespace

    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.letters import Letters
    from prssmi_match.solution.result import Result
    from prssmi_match.solution.schedule import Schedule

__all__ = ["run"]

PATIENCE = 60.0
"""Seconds for the reasons, where no time limit is stated."""


def run(arguments: Namespace) -> ExitCode:
    """Write the letters, or give our templates to start from; without an answer, tell that."""
    if arguments.print_templates:
        return _give_templates(arguments)
    if not arguments.input:
        arguments.refuse("give an input, or --print-templates FOLDER")
    clock = Clock(arguments.time_limit)
    problem = input_problem(arguments)
    plan = _schedule(problem, arguments)
    result = matched(problem, arguments)
    if not result.has_matching:
        put(result.model_dump_json(indent=2) if arguments.json else summary(result), STANDARD)
        point_on(result, arguments)
        return exit_code(result)
    if plan is not None and {pair.key for pair in plan.matching.pairs} != {pair.key for pair in result.matching.pairs}:
        raise ProblemError([_of_another_matching(arguments.schedule)])
    _give(_letters(result, plan, arguments, clock), arguments)
    return exit_code(result)


def _schedule(problem: Problem, arguments: Namespace) -> Schedule | None:
    """Return the dates that the letters tell, where they are named."""
    if arguments.schedule is None:
        return None
    return parse_schedule(read_text(arguments.schedule), problem, calendar_of(arguments), arguments.schedule)


def _of_another_matching(source: str) -> Finding:
    sentence = f"{source} is of another matching. Plan the dates of this one, with the command schedule."
    return Finding("other_matching", source, "", "a schedule of this answer", sentence)


def _letters(result: Result, plan: Schedule | None, arguments: Namespace, clock: Clock) -> Letters:
    sender = None if arguments.sender is None else arguments.sender.replace("\\n", "\n")
    return letters(
        result,
        schedule=plan,
        templates=arguments.templates,
        sender=sender,
        reply_by=arguments.reply_by,
        time_limit=PATIENCE if clock.left is None else clock.left,
    )


def _give(made: Letters, arguments: Namespace) -> None:
    for caution in made.cautions:
        note(caution)
    if arguments.output == STANDARD:
        told = {"letters": made.to_frame().to_dict("records"), "cautions": made.cautions}
        put(_as_json(told) if arguments.json else "\n\n----\n\n".join(map(str, made.letters)), STANDARD)
        return
    files = [str(file) for file in made.write(arguments.output, html=arguments.html)]
    words = f"{counted(len(made.letters), 'letter')} in {arguments.output}, and {files[-1]} for mailing tools"
    put(_as_json({"files": files, "cautions": made.cautions}) if arguments.json else words, STANDARD)


def _as_json(told: object) -> str:
    return json.dumps(told, indent=2, ensure_ascii=False)


def _give_templates(arguments: Namespace) -> ExitCode:
    from prssmi_match.reporting.letters.environment import own_templates

    folder, templates = Path(arguments.print_templates), own_templates()
    if there := [name for name in templates if (folder / name).exists()]:
        raise OutputError(f"Nothing was written to {folder}: {there[0]} is there already, and may have been changed.")
    files = [str(file) for file in write_whole(folder, templates)]
    put(_as_json({"files": files}) if arguments.json else "\n".join(files), STANDARD)
    return ExitCode.DONE
