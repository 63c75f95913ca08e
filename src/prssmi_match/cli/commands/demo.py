"""Match the shipped examples and write their reports."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from prssmi_match.api import match, report
from prssmi_match.cli.exit_codes import ExitCode
from prssmi_match.cli.matching import exit_code, summary
from prssmi_match.cli.streams import STANDARD, put
from prssmi_match.intake import read_problem

if TYPE_CHECKING:
    from argparse import Namespace
    from importlib.resources.abc import Traversable

__all__ = ["run"]

EXAMPLES = ("public_record", "spring_cohort")


def run(arguments: Namespace) -> ExitCode:
    """Match each example, and say how it went and where its report is."""
    told, code = [], ExitCode.DONE
    for name in EXAMPLES:
        with resources.as_file(_example(name)) as path:
            result = match(read_problem(path))
        files = [str(file) for file in report(result).write(Path(arguments.output) / name)]
        told.append({"example": name, "status": result.status, "files": files})
        code = max(code, exit_code(result))
        if not arguments.json:
            put(f"== {name} ==\n{summary(result)}\nReport: {files[0]}\n", STANDARD)
    if arguments.json:
        put(json.dumps(told, indent=2), STANDARD)
    return code


def _example(name: str) -> Traversable:
    """Return an example document: beside the package where it is installed, else in the checkout."""
    installed = resources.files("prssmi_match") / "examples" / f"{name}.json"
    return installed if installed.is_file() else Path(__file__).parents[4] / "examples" / f"{name}.json"
