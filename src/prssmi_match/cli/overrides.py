"""The decisions that belong to an input: named by an argument, or lying in its folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from prssmi_match.errors import Finding, ProblemError
from prssmi_match.intake import Reading

if TYPE_CHECKING:
    from argparse import Namespace

    from prssmi_match.records.ledger import Ledger

__all__ = ["ledger_at", "ledger_of", "with_overrides"]

OVERRIDES = "overrides.toml"
"""The name of the file in a folder."""


def ledger_of(arguments: Namespace) -> tuple[Ledger, str] | None:
    """Return the decisions that a command is to apply, and the name of their file; None where there are none.

    They are read once, whoever asks.

    Raises
    ------
    ProblemError
        With every finding.
    """
    if not hasattr(arguments, "decisions"):
        arguments.decisions = _ledger_of(arguments)
    found: tuple[Ledger, str] | None = arguments.decisions
    return found


def ledger_at(path: str) -> Ledger:
    """Return the decisions of a file, or of standard input; none where there is no such file."""
    from prssmi_match.cli.streams import STANDARD, read_text
    from prssmi_match.records.ledger import parse_ledger, read_ledger

    return parse_ledger(read_text(STANDARD), "standard input") if path == STANDARD else read_ledger(path)


def _ledger_of(arguments: Namespace) -> tuple[Ledger, str] | None:
    named = getattr(arguments, "overrides", None)
    if named is None:
        own = Path(arguments.input) / OVERRIDES
        return (ledger_at(str(own)), own.name) if hasattr(arguments, "overrides") and own.is_file() else None
    if named == "-":
        if arguments.input == "-":
            arguments.refuse("standard input can be read once; name a file for the other one")
        return ledger_at(named), "standard input"
    if not Path(named).is_file():
        sentence = f"There is no file {named!r}."
        raise ProblemError([Finding("missing_file", "--overrides", named, "a file of decisions", sentence)])
    return ledger_at(named), Path(named).name


def with_overrides(reading: Reading, arguments: Namespace) -> Reading:
    """Return what an input states with the decisions applied, and what stands against them as warnings."""
    try:
        found = ledger_of(arguments)
    except ProblemError as error:
        return Reading(None, (*reading.findings, *error.findings), reading.notes)
    if found is None or reading.problem is None:
        return reading
    from prssmi_match.records.ledger import apply_ledger

    ledger, name = found
    applied = apply_ledger(reading.problem, ledger, name)
    count = len(applied.overrides)
    note = f"{count} decision{'' if count == 1 else 's'} of {name} applied."
    return replace(
        reading,
        problem=applied.problem,
        findings=(*reading.findings, *applied.findings),
        notes=(*reading.notes, note),
    )
