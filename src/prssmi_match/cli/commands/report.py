"""Match, and write a report."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from prssmi_match.api import report
from prssmi_match.cli.matching import exit_code, matched
from prssmi_match.cli.streams import STANDARD, input_problem, put

if TYPE_CHECKING:
    from argparse import Namespace

    from prssmi_match.cli.exit_codes import ExitCode

__all__ = ["run"]


def run(arguments: Namespace) -> ExitCode:
    """Match, and write the report to a folder, or as Markdown to standard output."""
    result = matched(input_problem(arguments), arguments)
    document = report(result)
    if arguments.output == STANDARD:
        put(document.to_markdown(), STANDARD)
        return exit_code(result)
    files = [str(path) for path in document.write(arguments.output)]
    told = {"status": result.status, "files": files}
    put(json.dumps(told, indent=2) if arguments.json else "\n".join(f"Report: {file}" for file in files), STANDARD)
    return exit_code(result)
