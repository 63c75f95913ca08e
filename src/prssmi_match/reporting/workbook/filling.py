"""A sheet cell by cell: header in sight, filters, widths, and colors that follow what the cells hold."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from openpyxl.formatting.rule import ColorScale, FormatObject, Rule
from openpyxl.styles import Alignment, Color, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.hyperlink import Hyperlink

from prssmi_match.reporting.characters import shown
from prssmi_match.reporting.document import Number
from prssmi_match.reporting.workbook.cell_text import put_text
from prssmi_match.reporting.workbook.page import BOLD, LINK, fit_page, free_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell as OpenCell
    from openpyxl.cell.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from prssmi_match.reporting.document import Tone
    from prssmi_match.reporting.workbook.sheet import Cell, Sheet, SheetColumn

__all__ = ["fill_sheet", "link_sheets"]

_HEAD = PatternFill("solid", fgColor="FFE7E6E6")
_FILLS: dict[Tone, str] = {"good": "FFC6EFCE", "caution": "FFFFEB9C", "stop": "FFFFC7CE"}
_SCALE = ("FFFFFFFF", "FF8FBCE6")  # one hue, light to dark: everybody sees it, and black figures stay readable on it
_NARROWEST, _WIDEST, _PROSE = 8, 40, 80
_ROOM = 1.1
"""Widths of a figure that a letter takes, with the gaps that whole words leave at the ends of lines."""
_LINE_HEIGHT, _TALLEST = 15, 409  # points; the tallest row that Excel shows
_TALLEST_HEAD = 75  # it is always in sight, and has to leave room for the rows
_LONGEST_ABOUT = 120
_IN_SIGHT = 2
"""Columns that name a row, from the left."""


def fill_sheet(workbook: Workbook, sheet: Sheet) -> Worksheet:
    """Add a sheet to a workbook: the header in row 1, a record a row below it, and notes after a blank row."""
    target: Worksheet = workbook.create_sheet(free_title(workbook, sheet.title))
    widths = [_width(column, [row[place] for row in sheet.rows]) for place, column in enumerate(sheet.columns)]
    numeric = {place for row in sheet.rows for place, cell in enumerate(row) if isinstance(cell, int | Number)}
    for place, (column, width) in enumerate(zip(sheet.columns, widths, strict=True), start=1):
        head = target.cell(1, place)
        put_text(head, column.title)
        head.font, head.fill = BOLD, _HEAD
        head.alignment = _alignment(wrap=True, is_right=place - 1 in numeric)
        target.column_dimensions[get_column_letter(place)].width = width
    _set_height(target, 1, [column.title for column in sheet.columns], [width - 3 for width in widths])
    for number, row in enumerate(sheet.rows, start=2):
        for place, value in enumerate(row, start=1):
            _put(target.cell(number, place), value, beside_numbers=place - 1 in numeric)
        _set_height(target, number, row, widths)
    for number, note in enumerate(sheet.notes, start=len(sheet.rows) + 3):
        put_text(target.cell(number, 1), note)
    _set_view(target, sheet)
    return target


def _put(cell: OpenCell | MergedCell, value: Cell, *, beside_numbers: bool) -> None:
    cell.alignment = _alignment(wrap=isinstance(value, str), is_right=beside_numbers)
    match value:
        case str():
            put_text(cell, value)
        case Number(number, mark):
            cell.value = number
            cell.number_format = f'#,##0"{mark}"' if mark else "#,##0"
        case int():
            cell.value = value
            cell.number_format = "#,##0"
        case _:
            cell.value = value


def _alignment(*, wrap: bool, is_right: bool) -> Alignment:
    side, indent = ("right", 1) if is_right else (None, 0)  # so that figures do not touch the next column's text
    return Alignment(wrap_text=wrap, vertical="top", horizontal=side, indent=indent)


def _width(column: SheetColumn, cells: Sequence[Cell]) -> int:
    longest = max((max(map(len, _shown(cell).split("\n"))) for cell in cells), default=0)
    least = max((len(word) for word in column.title.split()), default=0) + 4  # the button of the filter
    return min(max(ceil(_ROOM * longest) + 1, least, _NARROWEST), _PROSE if column.is_prose else _WIDEST)


def _shown(cell: Cell) -> str:
    return f"{cell.value:,}{cell.mark}" if isinstance(cell, Number) else "" if cell is None else str(cell)


def _set_height(target: Worksheet, number: int, cells: Sequence[Cell], widths: Sequence[int]) -> None:
    """Give a row the lines that its texts take."""
    lines = [
        sum(max(1, ceil(_ROOM * len(line) / width)) for line in _shown(cell).split("\n"))
        for cell, width in zip(cells, widths, strict=True)
    ]
    tallest = _TALLEST_HEAD if number == 1 else _TALLEST
    target.row_dimensions[number].height = min(_LINE_HEIGHT * max(lines, default=1), tallest)


def _set_view(target: Worksheet, sheet: Sheet) -> None:
    last = len(sheet.rows) + 1
    named = min(_IN_SIGHT, len(sheet.columns) - 1)
    target.freeze_panes = f"{get_column_letter(named + 1)}2"
    target.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{last}"
    for place, column in enumerate(sheet.columns, start=1):
        if sheet.rows:
            _set_colors(target, column, f"{get_column_letter(place)}2:{get_column_letter(place)}{last}")
    fit_page(target)
    target.print_title_rows = "1:1"
    footer = HeaderFooterItem()
    footer.center.text = "&A, page &P of &N"
    target.HeaderFooter.oddFooter = footer


def _set_colors(target: Worksheet, column: SheetColumn, area: str) -> None:
    if column.scale is not None:
        target.conditional_formatting.add(area, Rule("colorScale", colorScale=_scale(*column.scale)))
    for text, tone in column.tones.items():
        style = DifferentialStyle(fill=PatternFill(bgColor=_FILLS[tone]))
        target.conditional_formatting.add(area, Rule("cellIs", operator="equal", formula=[f'"{text}"'], dxf=style))


def _scale(low: int, high: int) -> ColorScale:
    ends = [FormatObject(type="num", val=low), FormatObject(type="num", val=high)]
    return ColorScale(cfvo=ends, color=[Color(_SCALE[0]), Color(_SCALE[1])])


def link_sheets(target: Worksheet, written: Sequence[tuple[Sheet, Worksheet]]) -> None:
    """List sheets below what a sheet holds, each with a link to it."""
    row = target.max_row + 2
    put_text(target.cell(row, 1), "Sheets")
    target.cell(row, 1).font = BOLD
    for number, (sheet, other) in enumerate(written, start=row + 1):
        name, about = target.cell(number, 1), target.cell(number, 2)
        put_text(name, other.title)
        location = f"{quote_sheetname(other.title)}!A1"
        name.hyperlink = Hyperlink(ref=name.coordinate, location=location)
        name.font = LINK
        put_text(about, shown(sheet.about, _LONGEST_ABOUT))
