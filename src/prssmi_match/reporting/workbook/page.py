"""What every sheet of a workbook has: a title that may be had, a face, a page to be printed on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from openpyxl.styles import Font
from openpyxl.worksheet.properties import PageSetupProperties

from prssmi_match.reporting.characters import shown

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["BOLD", "LINK", "fit_page", "free_title"]

BOLD = Font(name="Calibri", size=11, bold=True)  # without a name, some programs choose a face of their own
LINK = Font(name="Calibri", size=11, color="FF0563C1", underline="single")
LONGEST_TITLE = 31
_RESERVED = {"", "history"}


def fit_page(sheet: Worksheet) -> None:
    """Have a sheet printed as wide as it is, and as long as it takes."""
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


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
