"""Google Forms: one header row of question texts, ``Timestamp`` first.

Several choices stand in one cell: separated by ``;`` in the file that the form gives, and by commas in its
spreadsheet, where options may hold commas too. A grid has a column a row, ``Question [Row]``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.intake.surveys.columns import body, bracketed, header, named, questions_of, unnamed
from prssmi_match.intake.surveys.survey import Layout, Part, Response, Survey
from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from prssmi_match.intake.grid import Row, Sheet

__all__ = ["READER"]

_SYSTEM = ("Timestamp", "Email Address", "Username", "Score")


@dataclass(frozen=True, slots=True)
class _GoogleForms:
    name: str = "google_forms"
    title: str = "Google Forms"

    def recognize(self, sheet: Sheet) -> str:
        titles = header(sheet)
        return "its first column is Timestamp" if titles and fold(titles[0]) == "timestamp" else ""

    def read(self, sheet: Sheet) -> Survey:
        titles = header(sheet)
        system = named(titles, _SYSTEM)
        columns = [
            _column(title, position)
            for position, title in enumerate(titles)
            if title and position not in system.values()
        ]
        questions, repeated = questions_of(sheet, columns)
        rows, findings = body(sheet, 1)
        time = system.get("Timestamp")
        responses = (Response(row, submitted=str((time is not None and row.cells[time]) or "")) for row in rows)
        return Survey(
            self.name,
            sheet,
            questions,
            tuple(responses),
            ranking=Layout.ITEM_COLUMNS,
            separator=_separator(sheet, rows),
            findings=(*repeated, *unnamed(sheet, titles), *findings),
        )


def _column(title: str, position: int) -> tuple[str, str, Part]:
    grid = bracketed(title)
    if grid is None:
        return title, title, Part(position)
    question, row = grid
    return question, question, Part(position, row, row)


def _separator(sheet: Sheet, rows: list[Row]) -> str:
    """Return the semicolon where the cells of a text file show it without a space behind, as the form writes it."""
    if sheet.sheet:
        return ","
    shown = any(isinstance(cell, str) and re.search(r"\S;\S", cell) for row in rows for cell in row.cells)
    return ";" if shown else ","


READER = _GoogleForms()
