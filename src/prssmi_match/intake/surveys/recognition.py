"""Which system an export comes from: named, or seen by its own columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.intake.surveys.columns import header
from prssmi_match.intake.surveys.reader import survey_readers
from prssmi_match.problem.text import nearest

if TYPE_CHECKING:
    from prssmi_match.errors import Finding
    from prssmi_match.intake.grid import Sheet
    from prssmi_match.intake.surveys.reader import SurveyReader
    from prssmi_match.intake.surveys.survey import Survey

__all__ = ["Recognized", "read_survey"]

_SHOWN = 4
MOST_RESPONSES = 20_000
"""Rows of an export; more are no applications to one program."""


@dataclass(frozen=True, slots=True)
class Recognized:
    """A survey, and in words which system it was taken for, and why."""

    survey: Survey
    note: str


def read_survey(sheet: Sheet, system: str | None = None) -> Recognized | Finding:
    """Return the survey that a sheet holds, or the finding that says why none can be read.

    Parameters
    ----------
    sheet : Sheet
        The rows of the export.
    system : str or None
        The name of the system; None has it recognized, which is said in the note.
    """
    if len(sheet.rows) > MOST_RESPONSES:
        found, expected = f"{len(sheet.rows):,} rows", f"at most {MOST_RESPONSES:,} rows"
        sentence = f"{sheet.source} has {found}; the applications to one program are {expected}. Is it the right file?"
        return sheet.finding("too_many_rows", sentence, found=found, expected=expected)
    if not any(cell is not None for row in sheet.rows for cell in row.cells):
        return sheet.finding("empty_file", f"{sheet.source} is empty.", expected="a file with content")
    readers = survey_readers()
    return _recognize(sheet, readers) if system is None else _named(sheet, readers, system)


def _named(sheet: Sheet, readers: dict[str, SurveyReader], system: str) -> Recognized | Finding:
    if system not in readers:
        close = nearest(system, readers)
        guess = f" Did you mean {close!r}?" if close else ""
        expected = f"one of {', '.join(readers)}"
        sentence = f"There is no reader for the survey system {system!r}.{guess} Name {expected}."
        return sheet.finding("unknown_system", sentence, found=system, expected=expected)
    reader = readers[system]
    return Recognized(reader.read(sheet), f"{sheet.source}: read as an export of {reader.title}, as named.")


def _recognize(sheet: Sheet, readers: dict[str, SurveyReader]) -> Recognized | Finding:
    seen = {name: words for name, reader in readers.items() if (words := reader.recognize(sheet))}
    names = ", ".join(seen or readers)
    if len(seen) != 1:
        what = "could come from several survey systems" if seen else "is not an export of a survey system that is known"
        code = "ambiguous_system" if seen else "unknown_system"
        sentence = f'{sheet.source} {what}; name it in the mapping, as system = "...": one of {names}.'
        found = ", ".join(seen or header(sheet)[:_SHOWN])
        return sheet.finding(code, sentence, found=found, expected=f"an export of one of {names}")
    ((name, words),) = seen.items()
    reader = readers[name]
    return Recognized(reader.read(sheet), f"{sheet.source}: an export of {reader.title} ({words}).")
