"""A report as Markdown: CommonMark with GitHub tables.

All text is escaped, our own words too, so that it reads as written wherever it stands. One limit is GitHub's: it turns
a bare e-mail address into a link to itself, escaped or not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from prssmi_match.reporting.characters import has_bidi_control, without_controls
from prssmi_match.reporting.document import Facts, Figure, Items, Table, Text, as_parts, plain_text
from prssmi_match.reporting.entries import Entries
from prssmi_match.reporting.grid import Grid

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prssmi_match.reporting.document import Block, Content, Report, Section

__all__ = ["escape", "render_markdown"]

# Markup anywhere in a line; a colon or a dot only where a bare address would become a link.
_ANYWHERE = re.compile(r"[\\`*_\[\]<>|~&$#]|:(?=//)|(?<=[wW]{3})\.")
# Markup only at the start of a line: list items, rules and underlines of headings.
_AT_START = re.compile(r"[-+=](?!\d)|(?<=\d)[.)](?=\s|$)")
_START = re.compile(r"[-+=]|\d+[.)]")


def escape(text: str) -> str:
    """Return one line of Markdown that renders as exactly this text."""
    text = _ANYWHERE.sub(r"\\\g<0>", without_controls(text))
    if start := _START.match(text):
        text = _AT_START.sub(r"\\\g<0>", text[: start.end() + 1], count=1) + text[start.end() + 1 :]
    inner = text.strip()
    lead, trail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :] if inner else ""
    return _as_references(lead) + "".join(map(_visible, inner)) + _as_references(trail)


def _visible(character: str) -> str:
    """Write as a character reference what would break the line or reorder it, also for readers of the source."""
    breaks = character == "\t" or (character.isspace() and len(f"a{character}b".splitlines()) > 1)
    return _as_references(character) if breaks or has_bidi_control(character) else character


def _as_references(text: str) -> str:
    return "".join(f"&#{ord(character)};" for character in text)


def render_markdown(report: Report) -> str:
    """Return a report as Markdown."""
    parts = [f"# {_line(report.title)}"]
    if report.subtitle:
        parts.append(_line(report.subtitle))
    for section in report.sections:
        parts += _section(section)
    return "\n\n".join(parts) + "\n"


def _section(section: Section) -> list[str]:
    return [f"## {_line(section.title)}", *(_block(block) for block in section.blocks)]


def _block(block: Block) -> str:
    match block:
        case Text(content, tone):
            return _line(content) if tone == "plain" else f"**{_line(content)}**"
        case Items(items):
            return _items(items)
        case Facts(facts):
            return _items((label, ": ", *as_parts(value)) for label, value in facts)
        case Table():
            return _table(block)
        case Figure(_, alt, caption):
            return f"{_line(caption)}\n\n> {_line(alt)}"
        case Grid():
            return _grid(block)
        case Entries():
            return _entries(block)


def _items(items: Iterable[Content]) -> str:
    return "\n".join(f"- {_line(item)}" for item in items)


def _table(table: Table) -> str:
    rule = ["---:" if column.kind == "number" else "---" for column in table.columns]
    rows = [[_line(cell) for cell in row] for row in ([column.title for column in table.columns], *table.rows)]
    lines = [f"| {' | '.join(cells)} |" for cells in (rows[0], rule, *rows[1:])]
    caption = _line(table.caption)
    return "\n".join([f"*{caption}*", "", *lines] if caption else lines)


def _grid(grid: Grid) -> str:
    """Write what the cells show; the reasons of each pair stand in the entries of the sites."""
    table = _table(grid.as_table())
    return f"{table}\n\n{_items(f'{shown}: {words}' for shown, words in grid.legend)}" if grid.legend else table


def _entries(entries: Entries) -> str:
    parts = [f"### {_line(entries.caption)}"]
    for entry in entries.entries:
        parts += [f"#### {_line(entry.title)}", _line(entry.note), *(_block(block) for block in entry.blocks)]
    return "\n\n".join(parts)


def _line(content: Content) -> str:
    return escape(plain_text(content))
