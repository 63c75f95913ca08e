"""Excel workbooks to sheets: what a cell shows, as text."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from prssmi_match.errors import Finding, MissingExtraError, Spot
from prssmi_match.intake.cells import DATES
from prssmi_match.intake.grid import Row, Sheet
from prssmi_match.intake.header import is_left_out
from prssmi_match.intake.kinds import other_kind
from prssmi_match.intake.numbers import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.workbook import Workbook

__all__ = ["Book", "read_workbook"]

LARGEST_BOOK = 100_000_000
"""Bytes that a workbook may unfold to."""
LARGEST_SHEET = 5_000_000
"""Cells up to the last one of a sheet."""


@dataclass(frozen=True, slots=True)
class _Workbooks:
    """A workbook read twice: the results that Excel stored, and the formulas behind them."""

    results: Workbook
    formulas: Workbook


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets that were asked for, what is wrong with their cells, and the names of all sheets."""

    sheets: dict[str, Sheet]
    findings: list[Finding]
    present: tuple[str, ...]


def read_workbook(data: bytes, file: str, names: tuple[str, ...] = ()) -> Book | Finding:
    """Return the sheets of these names, or the first that holds something; or the finding that says why not.

    Parameters
    ----------
    data : bytes
        The content of the file.
    file : str
        Its name in findings.
    names : tuple of str
        The sheets that are read where they are there; without any, the first one that is not empty.

    Raises
    ------
    MissingExtraError
        openpyxl is not installed.
    """
    workbook = other_kind(data, file) or _check_size(data, file) or _open(data, file)
    if isinstance(workbook, Finding):
        return workbook
    present = {sheet.title.strip(): sheet.title for sheet in workbook.results.worksheets}
    wanted = [name for name in names if name in present] if names else _first(workbook, present)
    for name in wanted:
        if (refused := _check_extent(workbook.results[present[name]], file, name)) is not None:
            return refused
    sheets = {name: _sheet(workbook.results[present[name]], file, name) for name in wanted}
    findings = [
        finding for name, sheet in sheets.items() for finding in _unreadable_cells(workbook, present[name], sheet)
    ]
    return Book(sheets, findings, tuple(present))


def _first(workbook: _Workbooks, present: dict[str, str]) -> list[str]:
    filled = [name for name, title in present.items() if workbook.results[title].max_row > 1]
    return (filled or [*present])[:1]


def _check_size(data: bytes, file: str) -> Finding | None:
    """Refuse what would fill the memory, and macros, which nobody should have to trust."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return None  # opening it says what is wrong
    size = sum(part.file_size for part in parts)
    if size > LARGEST_BOOK:
        found, most = f"{size / 1e6:,.0f} MB", f"{LARGEST_BOOK / 1e6:,.0f} MB"
        sentence = f"{file} unfolds to {found}, more than the {most} that are read; keep only the rows that are needed."
        return Finding("file_too_large", file, found, f"at most {most}", sentence, spot=Spot(file))
    if any(part.filename.lower().endswith("vbaproject.bin") for part in parts):
        sentence = f"{file} holds macros, which are not needed to read it; save it in Excel as .xlsx."
        return Finding("macro_workbook", file, "macros", "an .xlsx workbook", sentence, spot=Spot(file))
    return None


def _check_extent(sheet: Any, file: str, name: str) -> Finding | None:  # noqa: ANN401 - as below
    """Refuse a sheet that reaches far beyond any table: every cell up to the last one is looked at."""
    if sheet.max_row * sheet.max_column <= LARGEST_SHEET:
        return None
    found = f"{sheet.max_row:,} rows and {sheet.max_column:,} columns"
    sentence = (
        f"The sheet {name} of {file} reaches over {found}, mostly for one stray cell far below or to the right; delete "
        "the rows and columns that are not needed."
    )
    spot = Spot(file, name)
    return Finding(
        "file_too_large", f"{file} sheet {name}", found, f"at most {LARGEST_SHEET:,} cells", sentence, spot=spot
    )


def _open(data: bytes, file: str) -> _Workbooks | Finding:
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise MissingExtraError("openpyxl", "excel") from error
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and drop-down lists, which nothing here depends on
            return _Workbooks(load_workbook(io.BytesIO(data), data_only=True), load_workbook(io.BytesIO(data)))
    except Exception as error:  # noqa: BLE001 - openpyxl raises whatever a damaged file runs it into
        sentence = (
            f"{file} cannot be read as an Excel workbook: it is damaged, or a file of another kind. Open it in a "
            "spreadsheet program and save it as .xlsx."
        )
        return Finding("unreadable_file", file, type(error).__name__, "an Excel workbook", sentence, spot=Spot(file))


def _sheet(sheet: Any, file: str, name: str) -> Sheet:  # noqa: ANN401 - openpyxl's sheets have no common type with rows
    cells = (tuple(_content(cell) for cell in row) for row in sheet.iter_rows())
    rows = (Row(f"row {number}", row, number) for number, row in enumerate(cells, start=1))
    return Sheet(file, tuple(rows), name)


def _content(cell: Any) -> object:  # noqa: ANN401 - openpyxl's cells are of several classes
    value = cell.value
    match value:
        case _ if value is None or cell.data_type == "e":
            return None
        case bool():
            return str(value).upper()
        case int() if re.fullmatch("0{2,}", cell.number_format):
            return str(value).zfill(len(cell.number_format))  # shown as 007, so it is 007
        case int() | float():
            return plain(value)
        case _ if isinstance(value, DATES):
            return value
        case _:
            return str(value).strip() or None


def _unreadable_cells(workbook: _Workbooks, title: str, sheet: Sheet) -> Iterator[Finding]:
    results, formulas = workbook.results[title], workbook.formulas[title]
    left_out = {cell.column for cell in formulas[1] if is_left_out(str(cell.value or "").strip())}
    for merged in formulas.merged_cells.ranges:
        if not set(range(merged.min_col, merged.max_col + 1)) <= left_out:
            yield _merged(sheet, merged)
    for cell in (cell for row in formulas.iter_rows() for cell in row if cell.column not in left_out):
        result = results[cell.coordinate]
        # The result of a formula that gives an empty text has no value either, but it is known to be text.
        if cell.data_type == "f" and result.value is None and result.data_type == "n":
            sentence = (
                f"The formula in cell {cell.coordinate} has no stored result; open the workbook in Excel and save it."
            )
            yield _at_cell(sheet, cell, "formula_without_result", "", sentence)
        elif result.data_type == "e":
            sentence = f"Cell {cell.coordinate} shows the Excel error {result.value}; repair its formula, or clear it."
            yield _at_cell(sheet, cell, "excel_error", str(result.value), sentence)


def _merged(sheet: Sheet, merged: Any) -> Finding:  # noqa: ANN401 - as above
    place, spot = merged.coord, Spot(sheet.file, sheet.sheet, merged.min_row, position=merged.min_col - 1)
    sentence = f"The cells {place} are merged, so that only the first holds their text; take them apart."
    where = f"{sheet.source}, cells {place}"
    return Finding("merged_cells", where, place, "cells of their own", sentence, spot=spot)


def _at_cell(sheet: Sheet, cell: Any, code: str, found: str, sentence: str) -> Finding:  # noqa: ANN401 - as above
    where = f"{sheet.source} row {cell.row}, cell {cell.coordinate}"
    header = sheet.rows[0].cells[cell.column - 1]
    spot = Spot(sheet.file, sheet.sheet, cell.row, str(header or ""), cell.column - 1)
    return Finding(code, where, found, "a value", sentence, spot=spot)
