"""Tables of text into sheets of a workbook, cell by cell."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter

from prssmi_match.reporting.workbook.cell_text import put_text
from prssmi_match.reporting.workbook.page import BOLD, fit_page, free_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["LARGEST_TABLE", "MOST_COLUMNS", "copy_table"]

LARGEST_TABLE = 500_000
"""Cells that are copied of a table; a cohort has a few thousand."""
MOST_COLUMNS = 16_384
MOST_ROWS = 1_048_576
_WIDTHS = (8, 40)
_LOOKED_AT = 200
"""Rows whose text counts for the width of a column."""


def copy_table(workbook: Workbook, file: str, rows: Sequence[Sequence[object]]) -> tuple[Worksheet, bool]:
    """Add a sheet with the rows of a table, all as text.

    Parameters
    ----------
    workbook : Workbook
        Gets the sheet.
    file : str
        The name of the table's file, from which the sheet has its title.
    rows : sequence of sequences
        The header among them; None is a blank cell.

    Returns
    -------
    Worksheet, bool
        The sheet, and whether it holds all cells; what a sheet, or a reader, could not take is left out at the end.
    """
    sheet = workbook.create_sheet(free_title(workbook, PurePath(file).stem))
    kept = _kept(rows)
    for number, cells in enumerate(kept, start=1):
        for column, content in enumerate(cells[:MOST_COLUMNS], start=1):
            if content is not None:
                put_text(sheet.cell(number, column), str(content))
    for cell in sheet[1]:
        cell.font = BOLD
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    fit_page(sheet)
    _set_widths(sheet, kept[:_LOOKED_AT])
    return sheet, len(kept) == len(rows) and all(len(cells) <= MOST_COLUMNS for cells in rows)


def _kept(rows: Sequence[Sequence[object]]) -> Sequence[Sequence[object]]:
    room = LARGEST_TABLE
    for number, cells in enumerate(rows[:MOST_ROWS]):
        room -= min(len(cells), MOST_COLUMNS)
        if room < 0:
            return rows[:number]
    return rows[:MOST_ROWS]


def _set_widths(sheet: Worksheet, rows: Sequence[Sequence[object]]) -> None:
    least, most = _WIDTHS
    for column in range(min(max(map(len, rows), default=0), MOST_COLUMNS)):
        texts: Iterable[object] = (cells[column] for cells in rows if column < len(cells))
        longest = max((len(str(text)) for text in texts if text is not None), default=0)
        sheet.column_dimensions[get_column_letter(column + 1)].width = min(max(longest + 2, least), most)
