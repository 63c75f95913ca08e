"""Sections of the report as sheets: a table is a sheet, and what is said beside it stands below."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from prssmi_match.reporting.document import Column, Facts, Figure, Items, Number, Table, Text, plain_text
from prssmi_match.reporting.entries import Entries
from prssmi_match.reporting.grid import Grid
from prssmi_match.reporting.workbook.sheet import Sheet, SheetColumn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.reporting.document import Block, Content, Section
    from prssmi_match.reporting.entries import Entry
    from prssmi_match.reporting.grid import Cell as GridCell
    from prssmi_match.reporting.workbook.sheet import Cell

__all__ = ["sheets_of"]

_FIGURE = re.compile(r"(\D?)([0-9]+)")
"""What a cell of a grid shows: a figure, with a mark in front of it."""
_PERCENT = (0, 100)


def sheets_of(section: Section) -> Iterator[Sheet]:
    """Give a sheet for each table of a section; one of its sentences where it has none."""
    title = section.id.replace("-", " ").capitalize()
    tables = [(table, _scale(block)) for block in section.blocks if (table := _table(block)) is not None]
    said = tuple(row for block in section.blocks for row in _said(block))
    if not tables:
        labeled = any(label for label, _ in said)
        columns: tuple[SheetColumn, ...] = (SheetColumn(plain_text(section.title), is_prose=True),)
        sentences: tuple[tuple[Cell, ...], ...] = tuple((text,) for _, text in said)
        if labeled:
            columns, sentences = (SheetColumn("What"), *columns), said
        yield Sheet(section.id, title, plain_text(section.title), columns, sentences)
    notes = tuple(f"{label}: {text}" if label else text for label, text in said)
    for number, (table, scale) in enumerate(tables):
        columns = tuple(SheetColumn(plain_text(row.title), row.kind == "prose", scale) for row in table.columns)
        rows = tuple(tuple(_cell(cell) for cell in row) for row in table.rows)
        about = f"{plain_text(section.title)}: {plain_text(table.caption)}"
        yield Sheet(section.id, title, about, columns, rows, () if number else notes)


def _said(block: Block) -> Iterator[tuple[str, str]]:
    """Give what a block says, with the label where there is one."""
    match block:
        case Text(content, _):
            yield "", plain_text(content)
        case Items(items):
            yield from (("", plain_text(item)) for item in items)
        case Facts(facts):
            yield from ((label, plain_text(value)) for label, value in facts)
        case Figure(_, alt, caption):
            yield plain_text(caption), plain_text(alt)
        case Grid():
            yield from block.legend
        case Table() | Entries():
            return


def _table(block: Block) -> Table | None:
    """Return what a block says in rows and columns."""
    match block:
        case Table():
            return block
        case Grid():
            return _with_numbers(block)
        case Entries(caption, entries):
            rows = tuple((entry.title, line) for entry in entries for line in _lines(entry))
            return Table((Column("Site"), Column("What there is to tell", "prose")), rows, caption)
        case _:
            return None


def _scale(block: Block) -> tuple[int, int] | None:
    return _PERCENT if isinstance(block, Grid) else None


def _with_numbers(grid: Grid) -> Table:
    """Return a grid in which figures are numbers, so that they can be sorted; those of the answer keep their mark."""
    table = grid.as_table()
    named = zip(grid.rows, grid.cells, strict=True)
    return replace(table, rows=tuple((name, *map(_figure, cells)) for name, cells in named))


def _figure(cell: GridCell) -> Content:
    found = _FIGURE.fullmatch(cell.shown)
    return Number(int(found[2]), found[1]) if found else cell.shown


def _lines(entry: Entry) -> Iterator[str]:
    """Give what an entry tells, a line for each statement and each row of a table."""
    yield plain_text(entry.note)
    for block in entry.blocks:
        yield from (f"{label}: {text}" if label else text for label, text in _said(block))
        if (table := _table(block)) is not None:
            titles = [plain_text(column.title) for column in table.columns]
            for row in table.rows:
                yield "; ".join(f"{title}: {plain_text(cell)}" for title, cell in zip(titles, row, strict=True))


def _cell(content: Content) -> Cell:
    return content if isinstance(content, Number) else plain_text(content)
