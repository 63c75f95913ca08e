"""What the readers share: headers, rows below them, and columns put together into questions with unique keys."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from prssmi_match.intake.surveys.survey import Part, Question
from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from prssmi_match.errors import Finding
    from prssmi_match.intake.grid import Row, Sheet

__all__ = ["body", "bracketed", "header", "named", "questions_of", "unmask", "unnamed"]

_MASKED = re.compile(r"'(?=[=+\-@])")


def header(sheet: Sheet, row: int = 0) -> tuple[str, ...]:
    """Return a header row as text, blank cells as empty text, and white space of all kinds as single spaces."""
    if row >= len(sheet.rows):
        return ()
    return tuple("" if cell is None else " ".join(str(cell).split()) for cell in sheet.rows[row].cells)


def bracketed(title: str) -> tuple[str, str] | None:
    """Return the question and what stands in the brackets that end a header; brackets inside them belong to it.

    >>> bracketed("Rank the sites [if any] [Oak [OH]]")
    ('Rank the sites [if any]', 'Oak [OH]')
    """
    depth = 0
    for place in range(len(title) - 1, 0, -1):
        depth += (title[place] == "]") - (title[place] == "[")
        if not depth:
            question, part = title[:place].strip(), title[place + 1 : -1].strip()
            return (question, part) if title.endswith("]") and question else None
    return None


def named(titles: Iterable[str], names: Iterable[str]) -> dict[str, int]:
    """Return the positions of columns by their known name, compared folded; of two alike, the first."""
    known = {fold(name): name for name in names}
    found: dict[str, int] = {}
    for position, title in enumerate(titles):
        name = known.get(fold(title))
        if name is not None:
            found.setdefault(name, position)
    return found


def body(sheet: Sheet, header_rows: int) -> tuple[list[Row], list[Finding]]:
    """Return the rows of answers that are not blank and as long as the header, and findings for the others.

    A row of another length is not read: its answers may stand under the wrong questions.
    """
    width = len(sheet.rows[0].cells)
    rows: list[Row] = []
    findings: list[Finding] = []
    for row in sheet.rows[header_rows:]:
        beyond = any(cell is not None for cell in row.cells[width:])
        if all(cell is None for cell in row.cells):
            continue
        if len(row.cells) < width or beyond:
            have = len(row.cells)
            sentence = (
                f"The row has {have} cells, the header {width}, so its answers cannot be told apart: the file is cut "
                "off, or was edited by hand; export it again."
            )
            findings.append(sheet.finding("row_length", sentence, row=row, found=str(have), expected=f"{width} cells"))
        else:
            rows.append(row)
    return rows, findings


def questions_of(sheet: Sheet, columns: Iterable[tuple[str, str, Part]]) -> tuple[tuple[Question, ...], list[Finding]]:
    """Put columns together into questions.

    Parameters
    ----------
    columns : iterable of (str, str, Part)
        The key and text of the question of each column, in the order of the sheet. A column whose part its question
        has already begins another question with the same key, which is then numbered, and told.
    """
    groups: dict[str, tuple[str, str, list[Part]]] = {}
    open_groups: dict[str, str] = {}
    findings: list[Finding] = []
    for key, text, part in columns:
        unique = open_groups.get(key)
        if unique is None or any((own.key, own.other) == (part.key, part.other) for own in groups[unique][2]):
            unique = _unused(key, groups)
            open_groups[key] = unique
            groups[unique] = (unique, text, [])
            if unique != key:
                findings.append(_repeated(sheet, key, unique, part))
        groups[unique][2].append(part)
    return tuple(Question(key, text or key, tuple(parts)) for key, text, parts in groups.values()), findings


def unmask(row: Row, blanks: tuple[str, ...] = ()) -> Row:
    """Return a row without the quotes that some systems put before what looks like a formula, and without blanks.

    Parameters
    ----------
    blanks : tuple of str
        Texts that stand for no answer.
    """
    cells = tuple(
        None
        if cell in blanks
        else _MASKED.sub("", cell, count=1)
        if isinstance(cell, str) and _MASKED.match(cell)
        else cell
        for cell in row.cells
    )
    return replace(row, cells=cells)


def unnamed(sheet: Sheet, titles: Iterable[str], header_rows: int = 1) -> Iterator[Finding]:
    """Yield a finding for every column that holds something and has no header."""
    for position, title in enumerate(titles):
        if not title and any(
            len(row.cells) > position and row.cells[position] is not None for row in sheet.rows[header_rows:]
        ):
            sentence = f"Column number {position + 1} has no header, and is not read; export the file again."
            yield sheet.finding("unnamed_column", sentence, row=sheet.rows[0], expected="a header")


def _unused(key: str, taken: Iterable[str]) -> str:
    names, number, name = {*taken}, 1, key
    while name in names:
        number += 1
        name = f"{key} ({number})"
    return name


def _repeated(sheet: Sheet, key: str, unique: str, part: Part) -> Finding:
    sentence = (
        f"The question {key!r} stands more than once; the one in column {part.position + 1} is called {unique!r}."
    )
    return sheet.finding("repeated_question", sentence, row=sheet.rows[0], found=key, warning=True)
