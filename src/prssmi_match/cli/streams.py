"""Where commands read from and write to."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from prssmi_match.cli.calendars import with_calendar
from prssmi_match.cli.overrides import with_overrides
from prssmi_match.cli.progress import settle
from prssmi_match.errors import Finding, ProblemError
from prssmi_match.files import write_whole
from prssmi_match.intake import Reading, examine, parse_document
from prssmi_match.intake.encoding import decode

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from prssmi_match.problem.document import Problem

__all__ = [
    "STANDARD",
    "input_problem",
    "input_reading",
    "note",
    "put",
    "read_text",
    "refuse_twice",
    "tell_findings",
    "tell_notes",
]

STANDARD = "-"


def input_problem(arguments: Namespace) -> Problem:
    """Return the problem that a command's input states; what is to be known besides is told."""
    reading = input_reading(arguments)
    tell_notes(reading)
    problem = reading.required()
    tell_findings(reading.findings)
    return problem


def input_reading(arguments: Namespace) -> Reading:
    """Return what a command's input states, with the decisions that belong to it applied, and all findings."""
    return with_calendar(with_overrides(_input_reading(arguments), arguments), arguments)


def _input_reading(arguments: Namespace) -> Reading:
    if arguments.input != STANDARD:
        return examine(arguments.input, encoding=arguments.encoding)
    try:
        return Reading(parse_document(read_text(STANDARD, arguments.encoding), "standard input"))
    except ProblemError as error:
        return Reading(None, error.findings)


def refuse_twice(arguments: Namespace, *paths: str | None) -> None:
    """Refuse to read two things from standard input, which gives one."""
    if sum(path == STANDARD for path in paths) > 1:
        arguments.refuse("standard input can be read once; name a file for the other one")


def tell_notes(reading: Reading) -> None:
    """Tell beside the output what was done to read an input."""
    for words in reading.notes:
        note(words)


def tell_findings(findings: Sequence[Finding]) -> None:
    """Tell findings beside the output, as ``check`` does."""
    from prssmi_match.reporting.findings import findings_text

    if findings:
        note(findings_text(findings))


def read_text(path: str, encoding: str | None = None) -> str:
    """Return the text of a file or of standard input; without a named encoding, UTF-8 with or without its mark.

    Raises
    ------
    ProblemError
        If it is not text of that encoding.
    """
    content = sys.stdin.buffer.read() if path == STANDARD else Path(path).read_bytes()
    text = decode(content, "standard input" if path == STANDARD else path, encoding)
    if isinstance(text, Finding):
        raise ProblemError([text])
    return text


def put(text: str, path: str) -> None:
    """Write text to a file, whole or not at all, or to standard output."""
    settle()
    if path == STANDARD:
        print(text)
    else:
        target = Path(path)
        write_whole(target.parent, {target.name: f"{text}\n"})


def note(text: str) -> None:
    """Tell something beside the output."""
    settle()
    print(text, file=sys.stderr)
