"""The sheet that lists the findings, each with a link to its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink

from prssmi_match.reporting.characters import shown
from prssmi_match.reporting.findings.counting import count_findings
from prssmi_match.reporting.findings.marking import FILLS
from prssmi_match.reporting.workbook.cell_text import put_text
from prssmi_match.reporting.workbook.page import BOLD, LINK, fit_page, free_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from prssmi_match.reporting.findings.marking import Mark

__all__ = ["fill_listing", "new_listing", "remove_listings"]

TITLE = "Findings"
COLUMNS = {
    "Severity": 10, "Sheet": 16, "Cell": 8, "Row": 7, "Column": 20, "Question": 32, "Found": 32, "What to do": 70,
    "Expected": 28, "Code": 18,
}  # fmt: skip
"""Titles and widths; the question, where no finding has one, is left out."""
LONGEST_TEXT = 1000
_HEADER = 2
_LINE_HEIGHT = 15
_TALLEST = 409  # points, says Excel
_INTRODUCTION = "In this copy, cells with an error are red, with a warning amber; hold the mouse over one to read why."


def new_listing(workbook: Workbook) -> Worksheet:
    """Add the sheet of the list as the first one, which is seen when the workbook is opened."""
    sheet: Worksheet = workbook.create_sheet(free_title(workbook, TITLE), 0)
    workbook.active = 0
    for other in workbook.worksheets:  # two that are selected would both take what is typed into one
        other.sheet_view.tabSelected = other is sheet
    return sheet


def fill_listing(sheet: Worksheet, marks: Sequence[Mark], notes: Sequence[str] = ()) -> None:
    """List findings, each with a link to its cell.

    Parameters
    ----------
    sheet : Worksheet
        Of :func:`new_listing`.
    marks : sequence of Mark
        In the order in which they are listed.
    notes : sequence of str
        What else a reader should know.
    """
    words = count_findings(mark.finding for mark in marks)
    put_text(sheet["A1"], " ".join([f"{words[0].upper()}{words[1:]}.", *notes, _INTRODUCTION]))
    asked = any(mark.spot.question for mark in marks)
    titles = [title for title in COLUMNS if asked or title != "Question"]
    _put_header(sheet, titles)
    for number, mark in enumerate(marks, start=_HEADER + 1):
        _put_mark(sheet, number, titles, mark)
    sheet.freeze_panes = f"A{_HEADER + 1}"
    sheet.auto_filter.ref = f"A{_HEADER}:{get_column_letter(len(titles))}{_HEADER + len(marks)}"
    fit_page(sheet)
    sheet.print_title_rows = f"{_HEADER}:{_HEADER}"


def _put_header(sheet: Worksheet, titles: Sequence[str]) -> None:
    sheet["A1"].font = BOLD
    for column, title in enumerate(titles, start=1):
        cell = sheet.cell(_HEADER, column)
        put_text(cell, title)
        cell.font, cell.fill = BOLD, PatternFill("solid", fgColor="FFE7E6E6")
        sheet.column_dimensions[get_column_letter(column)].width = COLUMNS[title]


def _put_mark(sheet: Worksheet, number: int, titles: Sequence[str], mark: Mark) -> None:
    contents = _contents(mark)
    for column, title in enumerate(titles, start=1):
        target, content = sheet.cell(number, column), contents[title]
        target.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
        if isinstance(content, int):
            target.value = content
        else:
            put_text(target, shown(content or "", LONGEST_TEXT))
        if title == "Severity":
            target.fill = FILLS[mark.finding.severity]
        if title == "Cell" and mark.cell is not None:
            location = f"{quote_sheetname(mark.cell.parent.title)}!{mark.cell.coordinate}"
            target.hyperlink = Hyperlink(ref=target.coordinate, location=location)
            target.font = LINK
    lines = max(1 + len(str(contents[title] or "")) // COLUMNS[title] for title in titles)
    sheet.row_dimensions[number].height = min(_LINE_HEIGHT * lines, _TALLEST)


def _contents(mark: Mark) -> dict[str, str | int | None]:
    finding, spot, cell = mark.finding, mark.spot, mark.cell
    return {
        "Severity": finding.severity,
        "Sheet": str(cell.parent.title) if cell else spot.sheet or spot.file,
        "Cell": cell.coordinate if cell else spot.cell,
        "Row": spot.row,
        "Column": spot.column,
        "Question": spot.question,
        "Found": finding.found,
        "What to do": finding.sentence,
        "Expected": finding.expected,
        "Code": finding.code,
    }


def remove_listings(workbook: Workbook) -> None:
    """Take the lists of earlier copies away."""
    for sheet in workbook.worksheets:
        if sheet.title.startswith(TITLE) and str(sheet["A1"].value).endswith(_INTRODUCTION):
            workbook.remove(sheet)
