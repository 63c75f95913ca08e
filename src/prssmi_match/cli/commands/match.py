"""Find and prove the best matching."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.api import report
from prssmi_match.cli.matching import exit_code, matched, point_on, summary
from prssmi_match.cli.streams import STANDARD, input_problem, note, put

if TYPE_CHECKING:
    from argparse import Namespace

    from prssmi_match.cli.exit_codes import ExitCode

__all__ = ["run"]


def run(arguments: Namespace) -> ExitCode:
    """Match, and give the result where it was asked for."""
    result = matched(input_problem(arguments), arguments)
    if arguments.report:
        files = report(result).write(arguments.report)
        note(f"Report: {', '.join(map(str, files))}")
    document = result.model_dump_json(indent=2)
    if arguments.output:
        put(document, arguments.output)
    if arguments.output != STANDARD:
        put(document if arguments.json else summary(result), STANDARD)
    point_on(result, arguments)
    return exit_code(result)
