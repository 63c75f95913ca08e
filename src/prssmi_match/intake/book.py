"""A workbook with a sheet a table, and the program file beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.errors import Finding, Spot
from prssmi_match.intake.columns import TABLES
from prssmi_match.intake.files import load
from prssmi_match.intake.grid import Tables, as_grid
from prssmi_match.intake.parts import PROGRAM, note_absence, read_beside
from prssmi_match.intake.workbook import read_workbook

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["read_book"]


def read_book(path: Path) -> Tables:
    """Return the tables of a workbook.

    Raises
    ------
    MissingExtraError
        openpyxl is not installed.
    """
    data = load(path)
    book = read_workbook(data, path.name, tuple(TABLES)) if isinstance(data, bytes) else data
    if isinstance(book, Finding):
        return Tables(findings=[book], unreadable={*TABLES})
    tables = Tables(findings=book.findings)
    for name, table in TABLES.items():
        if name not in book.present:
            note_absence(tables, name, name, book.present, path.name, optional=table.optional)
            continue
        grid = as_grid(book.sheets[name])
        if isinstance(grid, Finding):
            tables.refuse(name, grid)
        else:
            tables.grids[name] = grid
    beside = [file for file in (path.with_suffix(".toml"), path.with_name(PROGRAM)) if file.is_file()]
    if len({file.name for file in beside}) > 1:
        sentence = f"Both {beside[0].name} and {PROGRAM} lie beside {path.name}; keep the one that is meant."
        expected = "one program file"
        finding = Finding("two_programs", path.name, beside[0].name, expected, sentence, spot=Spot(path.name))
        tables.findings.append(finding)
    for file in beside[:1]:
        read_beside(file, tables)
    return tables
