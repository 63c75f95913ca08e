"""Read an input, and list all findings and warnings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from prssmi_match.api import check
from prssmi_match.cli.exit_codes import ExitCode
from prssmi_match.cli.streams import STANDARD, input_problem, put

if TYPE_CHECKING:
    from argparse import Namespace

__all__ = ["run"]

PATIENCE = 30.0
"""Seconds for finding out whether the rules can all hold."""


def run(arguments: Namespace) -> ExitCode:
    """Tell what the input holds and what to look at; defects of the input end the command before."""
    problem = input_problem(arguments)
    cautions = check(problem, time_limit=PATIENCE)
    if arguments.json:
        warnings = [caution.model_dump(mode="json") for caution in cautions]
        put(json.dumps({"findings": [], "warnings": warnings}, indent=2, ensure_ascii=False), STANDARD)
        return ExitCode.DONE
    counts = f"{len(problem.mentees)} mentees, {len(problem.mentors)} mentors, {len(problem.program.rules)} rules"
    head = f"The input can be read: {counts}."
    put("\n".join([head, *(f"Warning: {caution.sentence}" for caution in cautions)]), STANDARD)
    return ExitCode.DONE
