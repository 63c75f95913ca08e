"""A workbook to bytes that are the same every time."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl.writer.excel import ExcelWriter

if TYPE_CHECKING:
    from openpyxl import Workbook

__all__ = ["workbook_bytes"]

_MOMENT = datetime(2019, 1, 1)  # noqa: DTZ001 - a workbook knows no time zones
"""When every copy says that it was made: the same input gives the same bytes."""


def workbook_bytes(workbook: Workbook) -> bytes:
    """Return the content of a workbook's file, with a fixed date in the place of the clock's."""
    workbook.properties.created = workbook.properties.modified = _MOMENT
    draft, settled = io.BytesIO(), io.BytesIO()
    # Workbook.save would set the date anew.
    ExcelWriter(workbook, ZipFile(draft, "w", ZIP_DEFLATED)).save()
    with ZipFile(draft) as source, ZipFile(settled, "w") as target:
        for part in source.infolist():
            entry = ZipInfo(part.filename, _MOMENT.timetuple()[:6])
            target.writestr(entry, source.read(part), ZIP_DEFLATED)
    return settled.getvalue()
