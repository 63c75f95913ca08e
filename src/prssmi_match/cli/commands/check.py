"""Read an input, and list all findings and warnings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from prssmi_match.api import check
from prssmi_match.cli.exit_codes import ExitCode
from prssmi_match.cli.streams import STANDARD, input_reading, note, put
from prssmi_match.reporting.findings import findings_text

if TYPE_CHECKING:
    from argparse import Namespace

    from prssmi_match.intake import Reading

__all__ = ["run"]

PATIENCE = 30.0
"""Seconds for finding out whether the rules can all hold."""


def run(arguments: Namespace) -> ExitCode:
    """Tell what the input holds and what to look at; with ``--marked``, mark it in copies of the tables."""
    reading = input_reading(arguments)
    cautions = () if reading.problem is None else check(reading.problem, time_limit=PATIENCE)
    if arguments.json:
        findings = [finding.as_dict() for finding in reading.findings]
        warnings = [caution.model_dump(mode="json") for caution in cautions]
        told = {"findings": findings, "warnings": warnings, "notes": reading.notes}
        put(json.dumps(told, indent=2, ensure_ascii=False), STANDARD)
    else:
        put("\n".join([*_text(reading), *(f"Warning: {caution.sentence}" for caution in cautions)]), STANDARD)
    if arguments.marked:
        from prssmi_match.cli.marked import write_marked

        copies = write_marked(arguments.input, reading.findings, arguments.marked, arguments.encoding)
        for words in [f"Marked: {copy}" for copy in copies] or ["Marked: nothing; no finding stands in a table."]:
            note(words)
    return ExitCode.BAD_INPUT if reading.problem is None else ExitCode.DONE


def _text(reading: Reading) -> list[str]:
    problem = reading.problem
    findings = [findings_text(reading.findings)] if reading.findings else []
    if problem is None:
        return [*reading.notes, *findings]
    counts = f"{len(problem.mentees)} mentees, {len(problem.mentors)} mentors, {len(problem.program.rules)} rules"
    return [*reading.notes, f"The input can be read: {counts}.", *findings]
