"""What every reader gives: tables as written, before any cell is interpreted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from prssmi_match.errors import Finding, Spot

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prssmi_match.intake.reviews.settings import ReviewSettings

__all__ = ["Grid", "Origin", "Row", "Sheet", "Tables", "as_grid"]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table.

    Parameters
    ----------
    place : str
        The row as its users know it, such as ``row 3`` (the header is row 1).
    cells : tuple
        Trimmed text, None where blank, a date, or a list or mapping of a data frame.
    number : int or None
        The row as a spreadsheet counts it, where it came from a file.
    written : tuple
        The row of the file that the cells were made from; empty where they are that row.
    """

    place: str
    cells: tuple[object, ...]
    number: int | None = None
    written: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """All rows of a file or of a sheet as written, its header among them; ``sheet`` is empty outside workbooks."""

    file: str
    rows: tuple[Row, ...]
    sheet: str = ""

    @property
    def source(self) -> str:
        """Its name in findings."""
        return f"{self.file} sheet {self.sheet}" if self.sheet else self.file

    def finding(  # noqa: PLR0913 - the fields of a finding
        self,
        code: str,
        sentence: str,
        *,
        row: Row | None = None,
        found: str = "",
        expected: str = "",
        warning: bool = False,
    ) -> Finding:
        """Return a finding about the sheet, or about one of its rows."""
        place = f"{self.source} {row.place}" if row is not None else self.source
        spot = Spot(self.file, self.sheet, None if row is None else row.number)
        return Finding(code, place, found, expected, sentence, "warning" if warning else "error", spot)


@dataclass(frozen=True, slots=True)
class Origin:
    """The column of a file that a column of a table was made from: its position and header, and what was asked."""

    position: int
    header: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as written.

    Parameters
    ----------
    source : str
        Its name in findings, such as ``mentees.csv``.
    header : tuple of str
        The names of its columns.
    rows : tuple of Row
        The rows below it.
    header_place : str
        The header as its users know it.
    file, sheet : str
        Where it was read from; empty for a data frame.
    origins : mapping of str to Origin
        Columns that were made from others, by name.
    findings : tuple of ((row, column), Finding)
        What was wrong with the rows before they became a table, with positions to sort by.
    settled : frozenset of (row, str)
        Fields by the position of their row that have a finding already.
    """

    source: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    header_place: str = "row 1"
    file: str = ""
    sheet: str = ""
    origins: Mapping[str, Origin] = field(default_factory=dict)
    findings: tuple[tuple[tuple[int, int], Finding], ...] = ()
    settled: frozenset[tuple[int, str]] = frozenset()

    def spot(self, row: Row | None, index: int | None, name: str = "") -> Spot | None:
        """Return where a cell, a row (no column) or a column (no row) stands; None for a data frame."""
        if not self.file:
            return None
        number = 1 if row is None else row.number
        origin = self.origins.get(name)
        if origin is not None:
            return Spot(self.file, self.sheet, number, origin.header, origin.position, origin.question)
        header = self.header[index] if index is not None and index < len(self.header) else name
        return Spot(self.file, self.sheet, number, header, index)


def as_grid(sheet: Sheet) -> Grid | Finding:
    """Return a sheet whose first row names the columns as a table."""
    header = tuple("" if cell is None else str(cell) for cell in sheet.rows[0].cells) if sheet.rows else ()
    if not any(header):
        place = f"{sheet.source} row 1"
        sentence = f"{sheet.source} has no header: its first row should name the columns."
        expected = "the names of the columns"
        return Finding("no_header", place, "", expected, sentence, spot=Spot(sheet.file, sheet.sheet, 1))
    return Grid(sheet.source, header, sheet.rows[1:], file=sheet.file, sheet=sheet.sheet)


@dataclass(slots=True)
class Tables:
    """All that was read of one source.

    Parameters
    ----------
    grids : dict of str to Grid
        The tables that could be read, by name.
    program : mapping
        The other fields of the document.
    program_source : str
        The file that states them; empty where they were given in code.
    findings : list of Finding
        What could not be read, and warnings.
    unreadable : set of str
        Tables that are there, or should be, and could not be read.
    notes : list of str
        What was done on the way, in words.
    reviews : (Grid, ReviewSettings) or None
        The reviews of single reviewers, which give sites their review score.
    """

    grids: dict[str, Grid] = field(default_factory=dict)
    program: Mapping[str, object] = field(default_factory=dict)
    program_source: str = ""
    findings: list[Finding] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)
    reviews: tuple[Grid, ReviewSettings] | None = None

    def refuse(self, table: str, finding: Finding) -> None:
        """Note that a table could not be read."""
        self.findings.append(finding)
        self.unreadable.add(table)
