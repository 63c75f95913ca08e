"""Acme Forms: the first row says so, the second has codes, the third what was asked; ``state`` is done or open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.intake.surveys import Layout, Part, Question, Response, Survey

if TYPE_CHECKING:
    from prssmi_match.intake.grid import Sheet

__all__ = ["READER", "AcmeForms"]

HEADER_ROWS = 3
SYSTEM = ("state", "sent")


@dataclass(frozen=True)
class AcmeForms:
    """Reads the exports of Acme Forms."""

    name: str = "acme_forms"
    title: str = "Acme Forms"

    def recognize(self, sheet: Sheet) -> str:
        """Return what shows that it is one of theirs, or nothing."""
        first = sheet.rows[0].cells[0] if sheet.rows and sheet.rows[0].cells else None
        return "its first cell says so" if first == "Acme Forms" else ""

    def read(self, sheet: Sheet) -> Survey:
        """Return questions and responses; a file that is cut off gets a finding, never an exception."""
        if len(sheet.rows) < HEADER_ROWS:
            sentence = f"{sheet.source} has no row of questions; export it again."
            return Survey(self.name, sheet, (), (), findings=(sheet.finding("header_depth", sentence),))
        codes, texts = (sheet.rows[row].cells for row in (1, 2))
        columns = {str(code): place for place, code in enumerate(codes) if code is not None}
        questions = tuple(
            Question(code, str(texts[place] or code), (Part(place),))
            for code, place in columns.items()
            if code not in SYSTEM
        )
        responses = tuple(
            Response(row, row.cells[columns["state"]] == "done", str(row.cells[columns["sent"]] or ""))
            for row in sheet.rows[HEADER_ROWS:]
        )
        return Survey(
            self.name, sheet, questions, responses, ranking=Layout.ORDERED, separator="/", header_rows=HEADER_ROWS
        )


READER = AcmeForms()
