"""Text into cells: it stays text, whatever it looks like, and the workbook stays readable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.characters import acts_in_cells, encodable, without_controls

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell

__all__ = ["LONGEST_TEXT", "put_text", "storable"]

LONGEST_TEXT = 32_767
"""UTF-16 units that Excel holds in a cell."""


def put_text(cell: Cell | MergedCell, text: str) -> None:
    """Write text into a cell as text: no formula, number, date or error value."""
    if not text:
        return
    cell.value = storable(text)
    cell.data_type = "s"
    if acts_in_cells(text):
        cell.quotePrefix = True


def storable(text: str) -> str:
    """Return the text as a workbook can hold it: control characters replaced visibly, too long a text shortened."""
    text = without_controls(encodable(text))
    if _units(text) <= LONGEST_TEXT:
        return text
    note = f"… [shortened: {len(text):,} characters]"
    room = LONGEST_TEXT - _units(note)
    return text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", errors="ignore") + note


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
