"""REDCap: one header row of field names, or of labels.

A checkbox has a column a choice, ``field___code`` or ``Label (choice=Choice)``, marked 1 or Checked; rankings are
asked by dropdowns, one a rank. Each form has a column ``<form>_complete``: 2, or Complete, where it was finished.
Rows of repeating instruments are not applications of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.intake.surveys.columns import body, header, named, questions_of, unnamed
from prssmi_match.intake.surveys.survey import Layout, Part, Response, Survey
from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from prssmi_match.intake.grid import Row, Sheet

__all__ = ["READER"]

_RECORD = ("record_id", "Record ID")
_INSTRUMENT = ("redcap_repeat_instrument", "Repeat Instrument")
_LABELS = ("Event Name", "Repeat Instance", "Data Access Group", "Survey Identifier")
_COMPLETE = re.compile(r"\w+_complete|Complete\?")
_TIME = re.compile(r"\w+_timestamp|Survey Timestamp", re.IGNORECASE)
_CHOICE = re.compile(r"(.*\S) \(choice=(.*)\)")
_UNFINISHED = "[not completed]"
_FINISHED = {"2", "complete"}


@dataclass(frozen=True, slots=True)
class _Form:
    """The columns that REDCap adds itself, by position."""

    complete: tuple[int, ...]
    times: tuple[int, ...]
    instrument: int | None
    others: frozenset[int]

    @property
    def all(self) -> frozenset[int]:
        return self.others | {*self.complete, *self.times}


@dataclass(frozen=True, slots=True)
class _RedCap:
    name: str = "redcap"
    title: str = "REDCap"

    def recognize(self, sheet: Sheet) -> str:
        titles = header(sheet)
        record = [*named(titles, _RECORD)]
        complete = [title for title in titles if _COMPLETE.fullmatch(title)]
        own = [title for title in titles if title.startswith("redcap_")]
        if not (record and (complete or own)) and not (complete and own):
            return ""
        return f"it has the columns {', '.join([*record, *own, *complete][:3])}"

    def read(self, sheet: Sheet) -> Survey:
        titles = header(sheet)
        form = _form(titles)
        columns = [_column(title, at) for at, title in enumerate(titles) if title and at not in form.all]
        questions, repeated = questions_of(sheet, columns)
        rows, findings = body(sheet, 1)
        base = [row for row in rows if form.instrument is None or row.cells[form.instrument] is None]
        if left_out := len(rows) - len(base):
            assert form.instrument is not None  # noqa: S101 - without it no row is left out
            names = sorted({str(row.cells[form.instrument]) for row in rows if row not in base})
            sentence = f"{left_out} rows of the repeating instruments {', '.join(names)} are left out: no applications."
            findings.append(sheet.finding("repeating_instrument", sentence, found=", ".join(names), warning=True))
        return Survey(
            self.name,
            sheet,
            questions,
            tuple(_response(row, form) for row in base),
            ranking=Layout.RANK_COLUMNS,
            separator=",",
            findings=(*repeated, *unnamed(sheet, titles), *findings),
        )


def _form(titles: tuple[str, ...]) -> _Form:
    instrument = next(iter(named(titles, _INSTRUMENT).values()), None)
    own = {at for at, title in enumerate(titles) if title.startswith("redcap_")}
    return _Form(
        tuple(at for at, title in enumerate(titles) if _COMPLETE.fullmatch(title)),
        tuple(at for at, title in enumerate(titles) if _TIME.fullmatch(title)),
        instrument,
        frozenset(own | {*named(titles, (*_RECORD, *_INSTRUMENT, *_LABELS)).values()}),
    )


def _column(title: str, position: int) -> tuple[str, str, Part]:
    field, mark, code = title.partition("___")
    if mark:
        return field, field, Part(position, code, code)
    choice = _CHOICE.fullmatch(title)
    if choice:
        return choice[1], choice[1], Part(position, choice[2], choice[2])
    return title, title, Part(position)


def _response(row: Row, form: _Form) -> Response:
    marks = [fold(str(row.cells[at])) for at in form.complete if row.cells[at] is not None]
    times = [str(row.cells[at]) for at in form.times if row.cells[at] is not None]
    # A form that was never opened is blank, and keeps nobody from having finished the others.
    finished = not form.complete or (bool(marks) and {*marks} <= _FINISHED)
    return Response(row, finished and _UNFINISHED not in times, (times or [""])[0])


READER = _RedCap()
