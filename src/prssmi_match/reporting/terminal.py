"""Sections as plain text for a terminal: wrapped, aligned, and nothing in the data acts on the screen."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from prssmi_match.reporting.characters import in_one_line
from prssmi_match.reporting.document import Facts, Figure, Items, Table, Text, plain_text
from prssmi_match.reporting.entries import Entries
from prssmi_match.reporting.grid import Grid

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from prssmi_match.reporting.document import Block, Column, Content, Section
    from prssmi_match.reporting.entries import Entry

__all__ = ["render_terminal"]

MARGIN = "  "
GAP = "  "
LEAST_PROSE = 36
"""Characters that prose is given at least; a table that cannot is told row by row instead."""


def render_terminal(sections: Sequence[Section], width: int = 80) -> str:
    """Return sections as lines of at most ``width`` characters, single words aside."""
    return "\n\n".join("\n".join(_section(section, width)) for section in sections)


def _section(section: Section, width: int) -> Iterator[str]:
    title = _line(section.title)
    yield from _wrap(title, width)
    yield "-" * min(len(title), width)
    before: Block | None = None
    for block in section.blocks:
        if before is not None and not _introduces(before, block):
            yield ""
        yield from _block(block, width)
        before = block


def _introduces(before: Block, block: Block) -> bool:
    """Return whether a list belongs to the line before it."""
    return isinstance(block, Items) and isinstance(before, Text) and plain_text(before.content).endswith(":")


def _block(block: Block, width: int) -> Iterable[str]:
    match block:
        case Text(content, _):
            return _wrap(_line(content), width)
        case Items(items):
            return [line for item in items for line in _wrap(_line(item), width, MARGIN, "- ")]
        case Facts(facts):
            return [line for label, value in facts for line in _wrap(f"{label}: {_line(value)}", width, MARGIN)]
        case Table():
            return _table(block, width)
        case Figure(_, alt, caption):
            return [*_wrap(_line(caption), width), *_wrap(_line(alt), width, MARGIN)]
        case Grid():
            return _grid(block, width)
        case Entries():
            return [line for entry in block.entries for line in _entry(entry, width)]


def _grid(grid: Grid, width: int) -> Iterator[str]:
    yield from _table(grid.as_table(), width)
    for shown, words in grid.legend:
        yield from _wrap(f"{shown}: {words}", width, MARGIN)


def _entry(entry: Entry, width: int) -> Iterator[str]:
    yield from _wrap(f"{_line(entry.title)}: {_line(entry.note)}", width)
    for block in entry.blocks:
        yield from _block(block, width)


def _wrap(text: str, width: int, indent: str = "", mark: str = "") -> list[str]:
    """Break at spaces only: a name with a hyphen stays whole."""
    hanging = indent + " " * len(mark)
    return wrap(text, width, initial_indent=indent + mark, subsequent_indent=hanging, break_on_hyphens=False)


def _table(table: Table, width: int) -> Iterator[str]:
    yield from _wrap(f"{_line(table.caption)}:", width)
    rows = [[_line(cell) for cell in row] for row in table.rows]
    titles = [_line(column.title) for column in table.columns]
    widths = [max(map(len, cells)) for cells in zip(titles, *rows, strict=True)]
    room = width - len(MARGIN) - sum(widths[:-1]) - len(GAP) * len(widths[:-1])
    least = min(widths[-1], LEAST_PROSE) if table.columns[-1].kind == "prose" else widths[-1]
    if room >= least:
        for cells in (titles, *rows):
            yield from _aligned(table.columns, cells, [*widths[:-1], min(room, widths[-1])])
    else:
        for cells in rows:
            yield ""
            yield from _told(titles, cells, width)


def _aligned(columns: Sequence[Column], cells: list[str], widths: list[int]) -> Iterator[str]:
    """Give one row in columns; only the last takes more lines than one, where it is prose."""
    lines = _wrap(cells[-1], max(widths[-1], 1)) or [""]
    cells = [
        cell.rjust(width) if column.kind == "number" else cell.ljust(width)
        for column, cell, width in zip(columns, [*cells[:-1], lines[0]], widths, strict=True)
    ]
    yield (MARGIN + GAP.join(cells)).rstrip()
    indent = len(MARGIN) + sum(widths[:-1]) + len(GAP) * len(widths[:-1])
    yield from (" " * indent + line for line in lines[1:])


def _told(titles: list[str], cells: list[str], width: int) -> Iterator[str]:
    """Give one row as a paragraph: what names it, then the others that say something."""
    yield from _wrap(cells[0], width, MARGIN)
    for title, cell in zip(titles[1:], cells[1:], strict=True):
        text = cell if len(cells) == 2 else f"{title}: {cell}"  # noqa: PLR2004 - a name and what is said of it
        if cell:
            yield from _wrap(text, width, MARGIN * 3)


def _line(content: Content) -> str:
    return in_one_line(plain_text(content))
