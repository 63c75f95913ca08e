"""The decisions that belong to an input: named by an argument, or lying in its folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from prssmi_match.errors import Finding, ProblemError
from prssmi_match.intake import Reading

if TYPE_CHECKING:
    from argparse import Namespace

__all__ = ["ledger_of", "with_overrides"]

OVERRIDES = "overrides.toml"
"""The name of the file in a folder."""


def ledger_of(arguments: Namespace) -> Path | None:
    """Return the file of decisions that a command is to apply; None where there is none."""
    if getattr(arguments, "overrides", None) is not None:
        return Path(arguments.overrides)
    own = Path(arguments.input) / OVERRIDES
    return own if hasattr(arguments, "overrides") and own.is_file() else None


def with_overrides(reading: Reading, arguments: Namespace) -> Reading:
    """Return what an input states with the decisions applied, and what stands against them as warnings."""
    path = ledger_of(arguments)
    if path is None or reading.problem is None:
        return reading
    from prssmi_match.records.ledger import apply_ledger, read_ledger

    if not path.is_file():
        sentence = f"There is no file {str(path)!r}."
        missing = Finding("missing_file", "--overrides", str(path), "a file of decisions", sentence)
        return Reading(None, (*reading.findings, missing), reading.notes)
    try:
        applied = apply_ledger(reading.problem, read_ledger(path), path.name)
    except ProblemError as error:
        return Reading(None, (*reading.findings, *error.findings), reading.notes)
    count = len(applied.overrides)
    note = f"{count} decision{'' if count == 1 else 's'} of {path.name} applied."
    return replace(
        reading,
        problem=applied.problem,
        findings=(*reading.findings, *applied.findings),
        notes=(*reading.notes, note),
    )
