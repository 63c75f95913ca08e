"""A workbook to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.errors import MissingExtraError

if TYPE_CHECKING:
    from openpyxl import Workbook

__all__ = ["new_workbook"]


def new_workbook() -> Workbook:
    """Return a workbook without sheets.

    Raises
    ------
    MissingExtraError
        openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise MissingExtraError("openpyxl", "excel") from error
    workbook = Workbook()
    for sheet in workbook.worksheets:
        workbook.remove(sheet)
    return workbook
