"""The header of a table: which columns are known, and what to do about those that are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.errors import Finding
from prssmi_match.intake.columns import find_column
from prssmi_match.problem.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.intake.columns import Column, Table
    from prssmi_match.intake.grid import Grid

__all__ = ["header_findings", "is_left_out", "known_columns"]


def is_left_out(header: str) -> bool:
    """Whether a column is meant for people only: its header starts with ``#``."""
    return header.startswith("#")


def known_columns(table: Table, grid: Grid) -> dict[int, Column]:
    """Return the columns that are read, by position; of two with the same name, the first."""
    columns: dict[int, Column] = {}
    for index, header in enumerate(grid.header):
        column = find_column(table, header)
        if column is not None and column not in columns.values():
            columns[index] = column
    return columns


def header_findings(table: Table, grid: Grid) -> Iterator[tuple[int, Finding]]:
    """Yield what is wrong with the header, each with the position of its column."""
    seen: set[str] = set()
    for index, header in enumerate(grid.header):
        column = find_column(table, header)
        name = header if column is None else column.name
        if not header:
            yield from _unnamed(grid, index)
        elif is_left_out(header):
            continue
        elif name in seen:
            sentence = f"The column {header!r} stands twice; keep one, or put # before the name of the other."
            yield index, _finding(grid, "duplicate_column", header, "each column once", sentence, index=index)
        elif column is None:
            yield index, _unknown(table, grid, header, index)
        seen.add(name)
    yield from ((-1, finding) for finding in _incomplete(table, grid, seen))


def _unnamed(grid: Grid, index: int) -> Iterator[tuple[int, Finding]]:
    """Let a column pass that holds nothing at all: many programs write such columns at the end."""
    held = next((cell for row in grid.rows for cell in row.cells[index : index + 1] if cell is not None), None)
    if held is not None:
        sentence = f"Column number {index + 1} has no name, and holds {str(held)!r}; name it, or put # in its header."
        yield index, _finding(grid, "unnamed_column", "", "a name", sentence, f"number {index + 1}", index=index)


def _unknown(table: Table, grid: Grid, header: str, index: int) -> Finding:
    close = nearest(header, (column.name for column in table.columns))
    guess = f" Did you mean {close!r}?" if close else ""
    keep = f"rename it to '{table.open_field}.{header}' to keep it, or " if table.open_field else ""
    sentence = (
        f"{header!r} is not a column of {table.name}.{guess} Otherwise {keep}put # before its name to leave it out."
    )
    return _finding(grid, "unknown_column", header, "a known column", sentence, index=index)


def _incomplete(table: Table, grid: Grid, seen: set[str]) -> Iterator[Finding]:
    for name in table.needed:
        if name not in seen:
            sentence = f"The table {table.name} needs a column {name!r}."
            yield _finding(grid, "missing_column", "", f"a column {name}", sentence, name)
    halves = seen & {"latitude", "longitude"}
    if halves and "location" in seen:
        sentence = "The location is stated twice: keep the column location, or latitude and longitude."
        yield _finding(grid, "duplicate_column", "location", "one way to state it", sentence, "location")
    elif len(halves) == 1:
        other = "longitude" if "latitude" in halves else "latitude"
        sentence = f"A location needs both latitude and longitude; the column {other!r} is missing."
        yield _finding(grid, "missing_column", "", f"a column {other}", sentence, other)


def _finding(  # noqa: PLR0913, PLR0917 - the fields of a finding
    grid: Grid, code: str, found: str, expected: str, sentence: str, column: str = "", *, index: int | None = None
) -> Finding:
    where = f"{grid.source} {grid.header_place}".strip()
    spot = grid.spot(None, index, column or found)
    return Finding(code, f"{where}, column {column or found}", found, expected, sentence, spot=spot)
