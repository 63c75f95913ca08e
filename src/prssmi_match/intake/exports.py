"""The survey exports that a mapping names, to native tables."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from prssmi_match.errors import Finding, Spot
from prssmi_match.intake.delimited import read_delimited
from prssmi_match.intake.files import load
from prssmi_match.intake.mapping import Vocabulary, gather, near_topics, tabulate
from prssmi_match.intake.surveys import read_survey
from prssmi_match.intake.workbook import read_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping as Contents

    from prssmi_match.intake.grid import Grid, Sheet, Tables
    from prssmi_match.intake.mapping import Applications, Mapping, SideMapping

__all__ = ["read_exports", "read_sheet"]

_OTHER_SIDE = {"mentees": "mentors", "mentors": "mentees"}


def read_exports(  # noqa: PLR0913, PLR0917 - all that a conversion needs
    mapping: Mapping,
    folder: Path,
    name: str,
    encoding: str | None,
    exports: Contents[str, tuple[str, bytes]],
    tables: Tables,
) -> None:
    """Turn the exports of a mapping into tables, in the order of the sides.

    Parameters
    ----------
    folder : Path
        Holds the exports.
    name : str
        The name of the mapping file, for findings.
    exports : mapping of str to (str, bytes)
        Exports by side, with their name and content, in place of the files that the mapping names.
    tables : Tables
        The native tables so far; takes the new ones, the findings and the notes.
    """
    applications: dict[str, Applications] = {}
    for table, side in mapping.sides().items():
        export = exports.get(table) or _load(folder, side, table, name)
        gathered = export if isinstance(export, Finding) else _gather(table, side, export, name, encoding, tables)
        if isinstance(gathered, Finding):
            tables.refuse(table, gathered)
        elif gathered is not None:
            applications[table] = gathered
            tables.findings += gathered.findings
            tables.notes += gathered.notes
    for table, gathered in applications.items():
        tables.grids[table] = tabulate(gathered, _vocabulary(_OTHER_SIDE[table], applications, tables))
    tables.findings += near_topics(tables.grids[table] for table in applications)


def read_sheet(
    data: bytes, file: str, *, sheet: str | None = None, encoding: str | None = None
) -> tuple[Sheet, list[Finding]] | Finding:
    """Return the rows of an export, with what is wrong with its cells; or the finding that says why there are none.

    Raises
    ------
    MissingExtraError
        A workbook, and openpyxl is not installed.
    """
    # Every workbook is a zip archive, whatever its name says.
    if not data.startswith(b"PK\3\4") and PurePath(file).suffix.lower() not in {".xlsx", ".xlsm"}:
        table = read_delimited(data, file, encoding)
        return table if isinstance(table, Finding) else (table, [])
    book = read_workbook(data, file, (sheet,) if sheet else ())
    if isinstance(book, Finding):
        return book
    if sheet and sheet not in book.sheets:
        sentence = f"{file} has no sheet {sheet!r}; it has {', '.join(book.present)}."
        return Finding("missing_table", file, sheet, "the name of a sheet", sentence, spot=Spot(file))
    ((_, read),) = book.sheets.items()
    return read, book.findings


def _gather(  # noqa: PLR0913, PLR0917 - as read_exports
    table: str, side: SideMapping, export: tuple[str, bytes], name: str, encoding: str | None, tables: Tables
) -> Applications | Finding:
    file, data = export
    read = read_sheet(data, file, sheet=side.sheet, encoding=side.encoding or encoding)
    if isinstance(read, Finding):
        return read
    sheet, findings = read
    tables.findings += findings
    recognized = read_survey(sheet, side.system)
    if isinstance(recognized, Finding):
        return recognized
    tables.notes.append(recognized.note)
    return gather(table, side, recognized.survey, name)


def _load(folder: Path, side: SideMapping, table: str, name: str) -> tuple[str, bytes] | Finding:
    if PurePath(side.file).name != side.file or side.file in {".", ".."}:
        sentence = f"{side.file!r} should be the name of a file beside {name}, without a folder."
        place = f"{name}, {table}.file"
        return Finding("outside_folder", place, side.file, "the name of a file", sentence, spot=Spot(name))
    path = folder / side.file
    if not path.exists():
        sentence = f"{side.file} does not lie in {folder}; put it there, or name another file in {name}."
        return Finding("missing_file", f"{name}, {table}.file", side.file, "a file that is there", sentence)
    data = load(path)
    return data if isinstance(data, Finding) else (side.file, data)


def _vocabulary(table: str, applications: dict[str, Applications], tables: Tables) -> Vocabulary:
    if table in applications:
        return applications[table].vocabulary()
    grid = tables.grids.get(table)
    return Vocabulary({} if grid is None else _sites(grid), table.removesuffix("s"))


def _sites(grid: Grid) -> dict[str, str]:
    if "id" not in grid.header:
        return {}
    site = grid.header.index("id")
    name = grid.header.index("name") if "name" in grid.header else site
    rows = [row.cells for row in grid.rows if len(row.cells) > max(site, name)]
    return {str(cells[site]): str(cells[name] or "") for cells in rows if cells[site] is not None}
