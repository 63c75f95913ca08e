"""Marks on cells: a fill and a note, and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from prssmi_match.reporting.characters import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.cell.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from prssmi_match.errors import Finding, Spot

__all__ = ["FILLS", "Extent", "Mark", "find_cell", "mark_cells", "unmark"]

FILLS = {"error": PatternFill("solid", fgColor="FFFFC7CE"), "warning": PatternFill("solid", fgColor="FFFFE699")}
"""Red and amber, light enough for black text."""
AUTHOR = "prssmi-match"
LONGEST_SENTENCE = 600
MOST_SENTENCES = 10
"""Sentences in one note; the list has them all."""
_BEFORE = "\n\nBefore: "
"""Stands between our note and the one that the cell had."""
_LINE = 46
"""Characters in a line of a note, for its height."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding, its place in the original, and its cell in the copy; None where it is about more than a cell."""

    finding: Finding
    spot: Spot
    cell: Cell | None


@dataclass(frozen=True, slots=True)
class Extent:
    """A sheet with its number of rows and columns, which openpyxl counts anew whenever it is asked."""

    sheet: Worksheet
    rows: int
    columns: int

    @classmethod
    def measure(cls, sheet: Worksheet) -> Extent:
        """Return the extent of a sheet."""
        return cls(sheet, sheet.max_row, sheet.max_column)


def find_cell(extent: Extent, spot: Spot) -> Cell | None:
    """Return the cell where a spot is marked; None where the spot is the whole sheet, or not on it.

    A row is marked at its first cell, a column at its header, merged cells at the one that holds their text.
    """
    if spot.row is None and spot.position is None:
        return None
    row, position = 1 if spot.row is None else spot.row, spot.position or 0
    if not 1 <= row <= extent.rows:
        return None
    column = position + 1 if 0 <= position < extent.columns else 1
    cell = extent.sheet.cell(row, column)
    return cell if isinstance(cell, Cell) else _holder(extent.sheet, cell)


def _holder(sheet: Worksheet, part: MergedCell) -> Cell | None:
    for merged in sheet.merged_cells.ranges:
        if part.coordinate in merged:
            cell = sheet.cell(merged.min_row, merged.min_col)
            return cell if isinstance(cell, Cell) else None
    return None


def mark_cells(marks: Sequence[Mark]) -> None:
    """Give each cell the color of its worst finding and a note with all sentences; a note that it had stays below."""
    by_cell: dict[tuple[str, str], tuple[Cell, list[Finding]]] = {}
    for mark in marks:
        if mark.cell is not None:
            name = (mark.cell.parent.title, mark.cell.coordinate)
            by_cell.setdefault(name, (mark.cell, []))[1].append(mark.finding)
    for cell, findings in by_cell.values():
        cell.fill = FILLS["error" if any(finding.severity == "error" for finding in findings) else "warning"]
        note = _note(findings) + (f"{_BEFORE}{cell.comment.text}" if cell.comment else "")
        height = sum(1 + len(line) // _LINE for line in note.split("\n"))
        cell.comment = Comment(note, AUTHOR, height=18 * height + 12, width=320)


def _note(findings: Sequence[Finding]) -> str:
    lines = [
        f"{finding.severity.capitalize()}: {shown(finding.sentence, LONGEST_SENTENCE)}"
        for finding in findings[:MOST_SENTENCES]
    ]
    if len(findings) > MOST_SENTENCES:
        lines.append(f"... and {len(findings) - MOST_SENTENCES} more, in the list.")
    return "\n\n".join(lines)


def unmark(sheet: Worksheet) -> None:
    """Take the marks of an earlier copy away, so that a cell that was corrected is not red for ever."""
    for cell in [*sheet._cells.values()]:  # noqa: SLF001 - walking the rows would make every cell of a vast, empty sheet
        if cell.comment is not None and cell.comment.author == AUTHOR:
            _, _, before = cell.comment.text.partition(_BEFORE)
            cell.comment = Comment(before, "") if before else None
            cell.fill = PatternFill()
