"""Match, and write a report."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from prssmi_match.api import report
from prssmi_match.cli.choices import PARTS
from prssmi_match.cli.clock import Clock
from prssmi_match.cli.matching import exit_code, matched
from prssmi_match.cli.streams import STANDARD, input_problem, put

if TYPE_CHECKING:
    from argparse import Namespace

    from prssmi_match.cli.exit_codes import ExitCode
    from prssmi_match.solution.part import Part
    from prssmi_match.solution.result import Result

__all__ = ["run"]

PATIENCE = 60.0
"""Seconds for the reasons, where no time limit is stated: a report should not be waited for."""


def run(arguments: Namespace) -> ExitCode:
    """Match, and write the report to a folder, or as Markdown to standard output."""
    if unknown := [name for name in arguments.more if name not in PARTS]:
        arguments.refuse(f"--with names {unknown[0]!r}; use any of: {', '.join(PARTS)}")
    if arguments.excel and arguments.output == STANDARD:
        arguments.refuse("--excel needs a folder as -o")
    clock = Clock(arguments.time_limit)
    result = matched(input_problem(arguments), arguments)
    parts = _parts(result, arguments, clock)
    document = report(result, parts, time_limit=PATIENCE if clock.left is None else clock.left)
    if arguments.output == STANDARD:
        put(document.to_markdown(), STANDARD)
        return exit_code(result)
    files = [str(path) for path in document.write(arguments.output, excel=arguments.excel)]
    told = {"status": result.status, "files": files}
    put(json.dumps(told, indent=2) if arguments.json else "\n".join(f"Report: {file}" for file in files), STANDARD)
    return exit_code(result)


def _parts(result: Result, arguments: Namespace, clock: Clock) -> tuple[Part, ...]:
    if not (arguments.more and result.has_matching):
        return ()
    from prssmi_match.cli.questions import parts_named

    return tuple(parts_named(result, PARTS[:-1] if "all" in arguments.more else arguments.more, clock))
