"""SurveyMonkey: two header rows, the question above its first column only, and the option or item below.

Several choices have a column an option, whose cell is the option's text; a ranking has a column an item. Newest rows
first is usual, so the order of rows tells nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.intake.surveys.columns import body, header, named, questions_of
from prssmi_match.intake.surveys.survey import Layout, Part, Response, Survey
from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.intake.grid import Row, Sheet

__all__ = ["READER"]

_SYSTEM = (
    "Respondent ID", "Collector ID", "Date Created", "Date Modified", "Start Date", "End Date", "IP Address",
    "Email Address", "First Name", "Last Name", "Custom Data 1", "Custom Data 2", "Custom Data 3", "Custom Data 4",
    "Custom Data 5",
)  # fmt: skip
_LONE = {"", "response", "open-ended response"}


@dataclass(frozen=True, slots=True)
class _SurveyMonkey:
    name: str = "surveymonkey"
    title: str = "SurveyMonkey"

    def recognize(self, sheet: Sheet) -> str:
        found = named(header(sheet), ("Respondent ID", "Collector ID"))
        return "it has the columns Respondent ID, Collector ID" if len(found) == 2 else ""  # noqa: PLR2004 - both

    def read(self, sheet: Sheet) -> Survey:
        titles, options = header(sheet), header(sheet, 1)
        system = named(titles, _SYSTEM)
        first = next(iter(system.values()), 0)
        depth = 1 if len(options) > first and options[first] else 2
        questions, repeated = questions_of(sheet, _columns(titles, options if depth > 1 else (), system))
        rows, findings = body(sheet, depth)
        if depth == 1 or len(sheet.rows) == 1:
            sentence = f"{sheet.source} has the questions, but not the row of options below them; export it again."
            findings.append(sheet.finding("header_depth", sentence, found="1 row", expected="2 header rows"))
        return Survey(
            self.name,
            sheet,
            questions,
            tuple(_response(row, system) for row in rows),
            ranking=Layout.ITEM_COLUMNS,
            separator=",",
            header_rows=depth,
            findings=(*repeated, *findings),
        )


def _columns(
    titles: tuple[str, ...], options: tuple[str, ...], system: dict[str, int]
) -> Iterator[tuple[str, str, Part]]:
    """Yield the columns of questions; a question goes on until the next one begins."""
    question = ""
    for position, title in enumerate(titles):
        question = title or question
        if position in system.values():
            question = ""
        elif question:
            option = options[position] if position < len(options) else ""
            key = "" if fold(option) in _LONE else option
            yield question, question, Part(position, key, key, other=fold(option).startswith("other (please specify"))


def _response(row: Row, system: dict[str, int]) -> Response:
    ended = "" if "End Date" not in system else str(row.cells[system["End Date"]] or "")
    modified = "" if "Date Modified" not in system else str(row.cells[system["Date Modified"]] or "")
    return Response(row, "End Date" not in system or bool(ended), ended or modified)


READER = _SurveyMonkey()
