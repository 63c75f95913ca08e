"""Microsoft Forms: one header row of question texts after ``ID``, ``Start time`` and ``Completion time``.

Several choices stand in one cell, each followed by ``;``; so do rankings, in order. Each row of a grid is a question
of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.intake.surveys.columns import body, header, named, questions_of, unnamed
from prssmi_match.intake.surveys.survey import Layout, Part, Response, Survey

if TYPE_CHECKING:
    from prssmi_match.intake.grid import Row, Sheet

__all__ = ["READER"]

_TELLING = ("ID", "Start time", "Completion time")
_SYSTEM = (*_TELLING, "Email", "Name", "Language", "Last modified time", "Total points", "Quiz feedback")


@dataclass(frozen=True, slots=True)
class _MicrosoftForms:
    name: str = "microsoft_forms"
    title: str = "Microsoft Forms"

    def recognize(self, sheet: Sheet) -> str:
        found = named(header(sheet), _TELLING[1:])
        return f"it has the columns {', '.join(found)}" if len(found) == len(_TELLING) - 1 else ""

    def read(self, sheet: Sheet) -> Survey:
        titles = header(sheet)
        # Only the first columns are the system's: a question may be called Name or Email too.
        last = max(named(titles, _TELLING).values(), default=-1)
        system = named(titles[: last + 1], _SYSTEM)
        for position in range(last + 1, len(titles)):
            if not (found := named(titles[position : position + 1], _SYSTEM)) or found.keys() & system.keys():
                break
            system[next(iter(found))] = position
        columns = [
            (title, title, Part(position))
            for position, title in enumerate(titles)
            if title and position not in system.values()
        ]
        questions, repeated = questions_of(sheet, columns)
        rows, findings = body(sheet, 1)
        return Survey(
            self.name,
            sheet,
            questions,
            tuple(_response(row, system) for row in rows),
            ranking=Layout.ORDERED,
            separator=";",
            findings=(*repeated, *unnamed(sheet, titles), *findings),
        )


def _response(row: Row, system: dict[str, int]) -> Response:
    if "Completion time" not in system:
        return Response(row)
    time = str(row.cells[system["Completion time"]] or "")
    return Response(row, bool(time), time)


READER = _MicrosoftForms()
