"""Tables of text into sheets of a workbook, cell by cell."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from prssmi_match.reporting.findings.cell_text import put_text
from prssmi_match.reporting.findings.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["BOLD", "LARGEST_TABLE", "MOST_COLUMNS", "copy_table", "fit_page", "free_title"]

BOLD = Font(name="Calibri", size=11, bold=True)  # without a name, some programs choose a face of their own
LARGEST_TABLE = 500_000
"""Cells that are copied of a table; a cohort has a few thousand."""
MOST_COLUMNS = 16_384
MOST_ROWS = 1_048_576
LONGEST_TITLE = 31
_WIDTHS = (8, 40)
_LOOKED_AT = 200
"""Rows whose text counts for the width of a column."""
_RESERVED = {"", "history"}


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


def fit_page(sheet: Worksheet) -> None:
    """Have a sheet printed as wide as it is, and as long as it takes."""
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


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


def free_title(workbook: Workbook, wanted: str) -> str:
    """Return a title that a new sheet may have, as near to the wanted one as can be."""
    title = re.sub(r"[\\*?:/\[\]]", "_", shown(wanted, LONGEST_TITLE)).strip("' ")
    # Excel counts UTF-16 units: two for each character beyond the first 65,536.
    while len(title.encode("utf-16-le")) > 2 * LONGEST_TITLE:
        title = title[:-1]
    title = "table" if title.casefold() in _RESERVED else title
    taken = {name.casefold() for name in workbook.sheetnames}
    names = (title, *(f"{title[: LONGEST_TITLE // 2]} {number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name.casefold() not in taken)
