"""Sheets to the bytes of a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.characters import shown
from prssmi_match.reporting.document import plain_text
from prssmi_match.reporting.workbook.blank import new_workbook
from prssmi_match.reporting.workbook.from_sections import sheets_of

if TYPE_CHECKING:
    from prssmi_match.reporting.document import Report
    from prssmi_match.reporting.workbook.sheet import Sheet

__all__ = ["render_workbook"]

_LONGEST_TITLE = 200
FIRST = "summary"
"""The section that a reader sees first; it also lists the sheets."""


def render_workbook(report: Report) -> bytes:
    """Return the content of an ``.xlsx`` file, the same for the same report.

    Raises
    ------
    MissingExtraError
        If openpyxl is not installed.
    """
    workbook = new_workbook()
    from prssmi_match.reporting.workbook.filling import fill_sheet, link_sheets
    from prssmi_match.reporting.workbook.saving import workbook_bytes

    workbook.properties.title = shown(plain_text(report.title), _LONGEST_TITLE)
    workbook.properties.creator = "prssmi-match"
    sheets = _sheets(report)
    written = [(sheet, fill_sheet(workbook, sheet)) for sheet in sheets]
    if sheets and sheets[0].id == FIRST:
        link_sheets(written[0][1], written[1:])
    return workbook_bytes(workbook)


def _sheets(report: Report) -> list[Sheet]:
    """Return the sheets in reading order; those that were made for the workbook stand for sections of the same name."""
    made = {sheet.id for sheet in report.sheets}
    sections = [section for section in report.sections if section.id not in made]
    first = [sheet for section in sections if section.id == FIRST for sheet in sheets_of(section)]
    return [*first, *report.sheets, *(sheet for row in sections if row.id != FIRST for sheet in sheets_of(row))]
