"""Turn survey exports, or any other input, into a problem; or draft the mapping for it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from prssmi_match.cli.exit_codes import ExitCode
from prssmi_match.cli.streams import STANDARD, input_reading, note, put, tell_findings, tell_notes
from prssmi_match.files import write_whole
from prssmi_match.intake import examine_exports
from prssmi_match.intake.native import as_tables

if TYPE_CHECKING:
    from argparse import Namespace

    from prssmi_match.intake import Reading
    from prssmi_match.problem.document import Problem

__all__ = ["run"]

SIDES = ("mentees", "mentors")


def run(arguments: Namespace) -> ExitCode:
    """Write the problem, and tell what was read, what was left out, and every finding."""
    _refuse_wrong_usage(arguments)
    if arguments.guess:
        from prssmi_match.cli.guessing import guess

        return guess(arguments, _exports(arguments))
    reading = _reading(arguments)
    tell_notes(reading)
    problem = reading.required()
    if arguments.pseudonymize:
        from prssmi_match.cli.pseudonyms import with_pseudonyms

        problem = with_pseudonyms(problem, arguments)
    files = _write(problem, arguments.output)
    if arguments.json and files:
        findings = [finding.as_dict() for finding in reading.findings]
        told = {"files": files, "notes": reading.notes, "findings": findings}
        put(json.dumps(told, indent=2, ensure_ascii=False), STANDARD)
    else:
        tell_findings(reading.findings)
        for file in files:
            note(f"Written: {file}")
    return ExitCode.DONE


def _refuse_wrong_usage(arguments: Namespace) -> None:
    given = [getattr(arguments, side) for side in SIDES if getattr(arguments, side)]
    if arguments.guess and (not given or arguments.input):
        arguments.refuse("--guess takes the exports as --mentees FILE and --mentors FILE, one or both")
    if not arguments.guess and not (arguments.input or arguments.mapping):
        arguments.refuse("give an input, or --mapping FILE")
    if [*given, arguments.input].count(STANDARD) > 1:
        arguments.refuse("only one of the inputs can be standard input")
    if bool(arguments.key) != arguments.pseudonymize:
        arguments.refuse("--pseudonymize and --key FILE go together")


def _reading(arguments: Namespace) -> Reading:
    exports = _exports(arguments)
    if not (exports or arguments.mapping):
        return input_reading(arguments)
    mapping = Path(arguments.mapping) if arguments.mapping else None
    folder = Path(arguments.input) if arguments.input else Path(arguments.mapping).parent
    return examine_exports(folder, mapping=mapping, exports=exports, encoding=arguments.encoding)


def _exports(arguments: Namespace) -> dict[str, tuple[str, bytes]]:
    """Return name and content of the exports that were named, by side."""
    named = {side: getattr(arguments, side) for side in SIDES if getattr(arguments, side)}
    return {
        side: ("standard input", sys.stdin.buffer.read())
        if path == STANDARD
        else (Path(path).name, Path(path).read_bytes())
        for side, path in named.items()
    }


def _write(problem: Problem, output: str) -> list[str]:
    """Write a document or tables, and return the files."""
    if output != STANDARD and Path(output).suffix.lower() != ".json":
        return [str(file) for file in write_whole(output, as_tables(problem))]
    put(problem.model_dump_json(indent=2, exclude_unset=True), output)
    return [] if output == STANDARD else [output]
