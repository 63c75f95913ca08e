"""What folders and workbooks share: the program file, and parts that are absent, or misspelled."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

from prssmi_match.errors import Finding
from prssmi_match.intake.files import load
from prssmi_match.intake.program_file import read_program

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prssmi_match.intake.grid import Tables

__all__ = ["PROGRAM", "absent", "note_absence", "read_beside"]

PROGRAM = "program.toml"
"""The file of all that is no table."""


def read_beside(path: Path, tables: Tables) -> None:
    """Read a program file into the tables, or why it cannot be read."""
    data = load(path)
    if isinstance(data, Finding):
        tables.findings.append(data)
    else:
        read_program(data, path.name, tables)


def note_absence(  # noqa: PLR0913 - what is absent, where, and what is there
    tables: Tables, table: str, name: str, present: Iterable[str], where: str, *, optional: bool
) -> None:
    """Note that a table is not there, unless it need not be."""
    for finding in absent(name, present, where, optional=optional):
        tables.refuse(table, finding)


def absent(name: str, present: Iterable[str], where: str, *, optional: bool) -> list[Finding]:
    """Return the finding for a part that is not there, or that seems to be there under a misspelled name."""
    stem, dot, suffix = name.partition(".")
    alike = [item for item in sorted(present) if not item.startswith("#") and Path(item).suffix.lower() == dot + suffix]
    folded = {Path(item).stem.casefold(): item for item in alike}
    close = difflib.get_close_matches(stem, [*folded], n=1, cutoff=0.85)
    if close:
        other = folded[close[0]]
        sentence = (
            f"{where} has no {name!r}, but {other!r}; rename it to {name!r}, or put # before its name to leave it out."
        )
        return [Finding("misspelled_table", where, other, name, sentence)]
    if optional:
        return []
    return [Finding("missing_table", where, "", name, f"{where} has no {name!r}, which is needed.")]
