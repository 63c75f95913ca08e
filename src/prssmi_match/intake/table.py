"""One table to rows of the document, with a way back from a place in the document to its cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from prssmi_match.errors import Finding
from prssmi_match.intake.cells import read_cell
from prssmi_match.intake.columns import Kind
from prssmi_match.intake.header import header_findings, is_left_out, known_columns

if TYPE_CHECKING:
    from prssmi_match.errors import Spot
    from prssmi_match.intake.columns import Column, Table
    from prssmi_match.intake.grid import Grid, Row
    from prssmi_match.problem.defects import Loc

__all__ = ["CellPlace", "TableReading", "read_table"]

_HEADER = -1
_DEGREES = ("latitude", "longitude")


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Where a defect stands: its rank in the table for sorting, its place in words, and what is written there."""

    rank: tuple[int, int]
    words: str
    found: str
    spot: Spot | None


@dataclass(slots=True)
class TableReading:
    """What was read of a table.

    Parameters
    ----------
    table : Table
        Its columns.
    grid : Grid
        The table as written.
    columns : dict of int to Column
        The columns that are read, by position.
    rows : list of dict
        The rows of the document, without blank ones.
    written : list of int
        For each row of the document, its position in the grid.
    findings : list of (rank, Finding)
        What is wrong so far.
    settled : set of (row, field)
        Fields of the document whose cell has a finding already.
    """

    table: Table
    grid: Grid
    columns: dict[int, Column]
    rows: list[dict[str, object]] = field(default_factory=list)
    written: list[int] = field(default_factory=list)
    findings: list[tuple[tuple[int, int], Finding]] = field(default_factory=list)
    settled: set[tuple[int, str]] = field(default_factory=set)

    def position(self, name: str) -> int | None:
        """Return the position of a column that is read, or None."""
        return next((index for index, column in self.columns.items() if column.name == name), None)

    def place(self, row: int, name: str | None) -> CellPlace:
        """Return the place of a field of a row of the document, or of the row."""
        line = self.written[row]
        written = self.grid.rows[line]
        where = f"{self.grid.source} {written.place}"
        if name is None:
            return CellPlace((line, _HEADER), where, "", self.grid.spot(written, None))
        index, origin = self.position(name), self.grid.origins.get(name)
        at = index if origin is None else origin.position
        cells = written.written or written.cells
        cell = None if at is None or at >= len(cells) else cells[at]
        column = name if origin is None else origin.header
        spot = self.grid.spot(written, index, name)
        rank = (line, _HEADER if at is None else at)
        return CellPlace(rank, f"{where}, column {column}", "" if cell is None else str(cell), spot)

    def column_at(self, loc: Loc) -> str | None:
        """Return the column that a place inside a row of the document was read from."""
        match loc:
            case ():
                return None
            case (field, name, *_) if field == self.table.open_field:
                return f"{field}.{name}"
            case ("location", int(half), *_) if self.position("location") is None:
                return _DEGREES[half]
            case _:
                return str(loc[0])

    def complain(self, row: int, name: str, code: str, expected: str, sentence: str) -> None:
        """Note a finding at a cell."""
        place = self.place(row, name)
        self.findings.append((place.rank, Finding(code, place.words, place.found, expected, sentence, spot=place.spot)))
        self.settled.add((row, "location" if name in _DEGREES else name.partition(".")[0]))


def read_table(table: Table, grid: Grid) -> TableReading:
    """Read every row that is not blank, as well as it can be read."""
    reading = TableReading(table, grid, known_columns(table, grid))
    reading.findings += grid.findings
    reading.findings += [((_HEADER, index), finding) for index, finding in header_findings(table, grid)]
    meant = [index for index, header in enumerate(grid.header) if not is_left_out(header)]
    for line, row in enumerate(grid.rows):
        beyond = row.cells[len(grid.header) :]
        if any(
            cell is not None for cell in (*(row.cells[index] for index in meant if index < len(row.cells)), *beyond)
        ):
            reading.written.append(line)
            reading.rows.append({})
            reading.settled |= {(len(reading.rows) - 1, name) for at, name in grid.settled if at == line}
            _read_row(reading, len(reading.rows) - 1, row)
    return reading


def _read_row(reading: TableReading, number: int, row: Row) -> None:
    whole = len(row.cells) == len(reading.grid.header)
    if not whole:
        _complain_of_length(reading, number, row)
    for index, column in reading.columns.items():
        # The cells of a row that is too long or too short may stand under the wrong header; its id, mostly first, is
        # kept so that other rows may name it.
        if index < len(row.cells) and row.cells[index] is not None and (whole or column.name in reading.table.needed):
            _read_cell(reading, number, column, row.cells[index])
    _join_location(reading, number)
    for name in reading.table.needed:
        if name not in reading.rows[number]:
            _complain_of_blank(reading, number, name)


def _read_cell(reading: TableReading, number: int, column: Column, content: object) -> None:
    cell = read_cell(column, content)
    for complaint in cell.complaints:
        reading.complain(number, column.name, complaint.code, complaint.expected, complaint.sentence)
    row = reading.rows[number]
    if cell.value is None:
        return
    if column.kind is Kind.ATTRIBUTE:
        field, _, name = column.name.partition(".")
        values = row.setdefault(field, {})
        if isinstance(values, dict):
            values[name] = cell.value
    else:
        row[column.name] = cell.value


def _join_location(reading: TableReading, number: int) -> None:
    row = reading.rows[number]
    degrees = [row.pop(name, None) for name in _DEGREES]
    if None not in degrees:
        row.setdefault("location", degrees)
    elif degrees != [None, None] and (number, "location") not in reading.settled:
        blank = _DEGREES[degrees.index(None)]
        if reading.position(blank) is not None:
            sentence = f"A location needs both latitude and longitude; {blank} is blank."
            reading.complain(number, blank, "missing", "a number", sentence)


def _complain_of_blank(reading: TableReading, number: int, name: str) -> None:
    if reading.position(name) is None:
        reading.settled.add((number, name))  # the missing column has a finding
    elif (number, name) not in reading.settled:
        sentence = f"The row has no {name}; fill it in, or clear the whole row."
        reading.complain(number, name, "missing", f"an {name}" if name == "id" else f"a {name}", sentence)


def _complain_of_length(reading: TableReading, number: int, row: Row) -> None:
    have, need = len(row.cells), len(reading.grid.header)
    place = reading.place(number, None)
    fix = "add what is missing" if have < need else "remove what is too much"
    quotes = "put text that holds the separator between double quotes"
    sentence = f"The row has {have} cells, the header {need}; {fix}, or {quotes}."
    finding = Finding("row_length", place.words, str(have), f"{need} cells", sentence, spot=place.spot)
    reading.findings.append((place.rank, finding))
