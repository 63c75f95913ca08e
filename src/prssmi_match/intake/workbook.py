"""Excel workbooks to grids: what a cell shows, as text."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from prssmi_match.errors import Finding, MissingExtraError
from prssmi_match.intake.cells import DATES
from prssmi_match.intake.grid import Grid, Row
from prssmi_match.intake.header import is_left_out
from prssmi_match.intake.numbers import plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openpyxl.workbook import Workbook

__all__ = ["read_workbook"]


@dataclass(frozen=True, slots=True)
class _Sheets:
    """A workbook read twice: the results that Excel stored, and the formulas behind them."""

    results: Workbook
    formulas: Workbook


def read_workbook(
    path: Path, names: tuple[str, ...]
) -> tuple[dict[str, Grid], list[Finding], tuple[str, ...]] | Finding:
    """Return the sheets of these names, what is wrong with their cells, and the names of all sheets.

    Raises
    ------
    MissingExtraError
        openpyxl is not installed.
    """
    sheets = _open(path)
    if isinstance(sheets, Finding):
        return sheets
    grids: dict[str, Grid] = {}
    findings: list[Finding] = []
    present = {sheet.title.strip(): sheet.title for sheet in sheets.results.worksheets}
    for name in names:
        if name in present:
            source = f"{path.name} sheet {name}"
            findings += _unreadable_cells(sheets, present[name], source)
            grids[name] = _grid(sheets.results[present[name]], source)
    return grids, findings, tuple(present)


def _open(path: Path) -> _Sheets | Finding:
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise MissingExtraError("openpyxl", "excel") from error
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and drop-down lists, which nothing here depends on
            return _Sheets(load_workbook(path, data_only=True), load_workbook(path))
    except Exception as error:  # noqa: BLE001 - openpyxl raises whatever a damaged file runs it into
        sentence = f"{path.name} cannot be read as an Excel workbook ({type(error).__name__}); save it again as .xlsx."
        return Finding("unreadable_file", path.name, type(error).__name__, "an Excel workbook", sentence)


def _grid(sheet: Any, source: str) -> Grid:  # noqa: ANN401 - openpyxl's sheets have no common type with rows
    rows = [tuple(_content(cell) for cell in row) for row in sheet.iter_rows()]
    header = tuple("" if cell is None else str(cell) for cell in rows[0]) if rows else ()
    return Grid(source, header, tuple(Row(f"row {number}", row) for number, row in enumerate(rows[1:], start=2)))


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


def _unreadable_cells(sheets: _Sheets, title: str, source: str) -> Iterator[Finding]:
    results, formulas = sheets.results[title], sheets.formulas[title]
    left_out = {cell.column for cell in formulas[1] if is_left_out(str(cell.value or "").strip())}
    for merged in formulas.merged_cells.ranges:
        if not set(range(merged.min_col, merged.max_col + 1)) <= left_out:
            yield _merged(source, merged.coord)
    for cell in (cell for row in formulas.iter_rows() for cell in row if cell.column not in left_out):
        result = results[cell.coordinate]
        # The result of a formula that gives an empty text has no value either, but it is known to be text.
        if cell.data_type == "f" and result.value is None and result.data_type == "n":
            yield _without_result(source, cell)
        elif result.data_type == "e":
            yield _excel_error(source, result)


def _merged(source: str, coordinates: str) -> Finding:
    sentence = f"The cells {coordinates} are merged, so that only the first holds their text; take them apart."
    return Finding("merged_cells", f"{source}, cells {coordinates}", coordinates, "cells of their own", sentence)


def _without_result(source: str, cell: Any) -> Finding:  # noqa: ANN401 - as above
    sentence = f"The formula in cell {cell.coordinate} has no stored result; open the workbook in Excel and save it."
    return Finding(
        "formula_without_result", f"{source} row {cell.row}, cell {cell.coordinate}", "", "a value", sentence
    )


def _excel_error(source: str, cell: Any) -> Finding:  # noqa: ANN401 - as above
    sentence = f"Cell {cell.coordinate} shows the Excel error {cell.value}; repair its formula, or clear it."
    where = f"{source} row {cell.row}, cell {cell.coordinate}"
    return Finding("excel_error", where, str(cell.value), "a value", sentence)
