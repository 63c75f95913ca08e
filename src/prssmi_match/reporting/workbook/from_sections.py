"""Sections of the report as sheets: a table is a sheet, and what is said beside it stands below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.document import Column, Facts, Figure, Items, Number, Table, Text, plain_text
from prssmi_match.reporting.entries import Entries
from prssmi_match.reporting.grid import Grid
from prssmi_match.reporting.workbook.sheet import Sheet, SheetColumn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.reporting.document import Block, Content, Section
    from prssmi_match.reporting.entries import Entry
    from prssmi_match.reporting.workbook.sheet import Cell

__all__ = ["sheets_of"]


def sheets_of(section: Section) -> Iterator[Sheet]:
    """Give a sheet for each table of a section; one of its sentences where it has none."""
    title = section.id.replace("-", " ").capitalize()
    tables = [table for block in section.blocks if (table := _table(block)) is not None]
    said = tuple(row for block in section.blocks for row in _said(block))
    if not tables:
        labeled = any(label for label, _ in said)
        columns: tuple[SheetColumn, ...] = (SheetColumn(plain_text(section.title), is_prose=True),)
        sentences: tuple[tuple[Cell, ...], ...] = tuple((text,) for _, text in said)
        if labeled:
            columns, sentences = (SheetColumn("What"), *columns), said
        yield Sheet(section.id, title, plain_text(section.title), columns, sentences)
    notes = tuple(f"{label}: {text}" if label else text for label, text in said)
    for number, table in enumerate(tables):
        columns = tuple(SheetColumn(plain_text(column.title), column.kind == "prose") for column in table.columns)
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
            return block.as_table()
        case Entries(caption, entries):
            rows = tuple((entry.title, line) for entry in entries for line in _lines(entry))
            return Table((Column("Site"), Column("What there is to tell", "prose")), rows, caption)
        case _:
            return None


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
