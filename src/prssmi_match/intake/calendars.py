"""What a path holds of a calendar: a TOML or JSON document, with the dates of sites in tables beside it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from prssmi_match.errors import Finding, ProblemError
from prssmi_match.intake.assembly import in_order, sort_in
from prssmi_match.intake.columns import CALENDAR_TABLES
from prssmi_match.intake.delimited import read_delimited
from prssmi_match.intake.encoding import decode
from prssmi_match.intake.files import load
from prssmi_match.intake.frame_grid import frame_grid, native_value
from prssmi_match.intake.grid import Tables, as_grid
from prssmi_match.intake.json_document import parse_json
from prssmi_match.intake.reading import has_errors
from prssmi_match.intake.table import read_table
from prssmi_match.intake.toml_text import malformed_toml
from prssmi_match.intake.workbook import read_workbook
from prssmi_match.problem.calendar import Calendar

if TYPE_CHECKING:
    import os

    import pandas as pd

    from prssmi_match.intake.grid import Grid, Sheet

__all__ = ["CALENDAR", "CalendarReading", "calendar_from_frames", "examine_calendar", "read_calendar"]

CALENDAR = "calendar.toml"
"""The file of a folder that states the calendar."""


@dataclass(frozen=True, slots=True)
class CalendarReading:
    """What became of a calendar: None where a finding is an error."""

    calendar: Calendar | None
    findings: tuple[Finding, ...] = ()

    def required(self) -> Calendar:
        """Return the calendar.

        Raises
        ------
        ProblemError
            With all findings, where there is none.
        """
        if self.calendar is None:
            raise ProblemError(self.findings)
        return self.calendar


def read_calendar(path: str | os.PathLike[str], *, encoding: str | None = None) -> Calendar:
    """Return the calendar that a file or folder states.

    Parameters
    ----------
    path : path
        A TOML file, or a folder with ``calendar.toml``; a JSON document; or an Excel workbook with a TOML file of its
        name, or ``calendar.toml``, beside it. What sites say of their days stands in the file itself, or in tables: in
        ``mentee_dates.csv`` and ``mentor_dates.csv`` beside the TOML file, or in sheets of these names.
    encoding : str, optional
        Encoding of tables that are not UTF-8.

    Raises
    ------
    ProblemError
        With every finding at once, each naming file, row and column, what was found and what is expected.
    MissingExtraError
        A workbook, and openpyxl is not installed.
    """
    return examine_calendar(path, encoding=encoding).required()


def calendar_from_frames(
    mentees: pd.DataFrame | None = None,
    mentors: pd.DataFrame | None = None,
    **fields: Any,  # noqa: ANN401 - the other fields of the calendar
) -> Calendar:
    """Return the calendar that data frames state.

    Parameters
    ----------
    mentees, mentors : pandas.DataFrame or None
        What sites say of their days, with the columns of ``mentee_dates.csv`` and ``mentor_dates.csv``.
    **fields
        The other fields of the calendar: ``start``, ``end``, ...

    Raises
    ------
    ProblemError
        With every finding.
    """
    tables = Tables(program={name: native_value(value) for name, value in fields.items()})
    for name, frame in (("mentees", mentees), ("mentors", mentors)):
        if frame is not None:
            tables.grids[name] = frame_grid(CALENDAR_TABLES[name].name, frame)
    return _assemble(tables).required()


def examine_calendar(path: str | os.PathLike[str], *, encoding: str | None = None) -> CalendarReading:
    """Return what a file or folder states, with all findings; takes what :func:`read_calendar` takes.

    Raises
    ------
    MissingExtraError
        A workbook, and openpyxl is not installed.
    """
    source = Path(path)
    if source.is_dir():
        source /= CALENDAR
    tables = Tables()
    match source.suffix.lower():
        case ".json":
            _read_json(source, tables)
        case ".xlsx" | ".xlsm":
            beside = source.with_suffix(".toml")
            _read_toml(beside if beside.is_file() else source.with_name(CALENDAR), tables)
            _read_sheets(source, tables)
        case _:
            _read_toml(source, tables)
            for name, table in CALENDAR_TABLES.items():
                file = source.with_name(f"{table.name}.csv")
                if file.is_file():
                    data = load(file)
                    sheet = read_delimited(data, file.name, encoding) if isinstance(data, bytes) else data
                    _add(tables, name, sheet)
    return _assemble(tables)


def _read_json(path: Path, tables: Tables) -> None:
    data = load(path)
    text = decode(data, path.name) if isinstance(data, bytes) else data
    if isinstance(text, Finding):
        tables.findings.append(text)
        return
    try:
        fields, findings = parse_json(text, path.name)
    except ProblemError as error:
        tables.findings += error.findings
        return
    tables.findings += findings
    _take(tables, fields, path.name)


def _read_toml(path: Path, tables: Tables) -> None:
    data = load(path) if path.exists() else _missing(path)
    text = decode(data, path.name) if isinstance(data, bytes) and data.strip() else data
    if isinstance(text, Finding):
        tables.findings.append(text)
        return
    try:
        _take(tables, tomllib.loads(text if isinstance(text, str) else ""), path.name)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        tables.findings.append(malformed_toml(path.name, str(error)))


def _read_sheets(path: Path, tables: Tables) -> None:
    data = load(path)
    names = tuple(table.name for table in CALENDAR_TABLES.values())
    book = read_workbook(data, path.name, names) if isinstance(data, bytes) else data
    if isinstance(book, Finding):
        tables.findings.append(book)
        return
    tables.findings += book.findings
    for name, table in CALENDAR_TABLES.items():
        if table.name in book.present:
            _add(tables, name, book.sheets[table.name])


def _missing(path: Path) -> Finding:
    expected = "a TOML file that states start and end"
    sentence = f"{path} does not exist; give a calendar: {expected}, a folder with {CALENDAR}, or a JSON document."
    return Finding("missing_file", str(path), "", expected, sentence)


def _take(tables: Tables, fields: object, source: str) -> None:
    tables.program_source = source
    if isinstance(fields, dict):
        tables.program = fields
    else:
        sentence = f"{source} should hold an object of fields."
        tables.findings.append(Finding("model_type", source, repr(fields)[:60], "an object of fields", sentence))


def _add(tables: Tables, name: str, sheet: Sheet | Finding) -> None:
    """Take a table in place of the rows of a field, which may not be stated twice."""
    grid: Grid | Finding = sheet if isinstance(sheet, Finding) else as_grid(sheet)
    if isinstance(grid, Finding):
        tables.refuse(name, grid)
        return
    if name in tables.program:
        sentence = f"{tables.program_source} states {name} as well as {grid.source}; keep one of the two."
        tables.findings.append(Finding("stated_twice", grid.source, name, "one of them", sentence))
    tables.grids[name] = grid


def _assemble(tables: Tables) -> CalendarReading:
    readings = {name: read_table(CALENDAR_TABLES[name], grid) for name, grid in tables.grids.items()}
    if not tables.program and tables.findings:
        return CalendarReading(None, (*tables.findings, *in_order(readings)))  # nobody can say what it lacks
    document = {**tables.program, **{name: reading.rows for name, reading in readings.items()}}
    calendar, elsewhere = None, []
    try:
        calendar = Calendar.model_validate(document)
    except ValidationError as error:
        elsewhere = sort_in(error, tables, readings)
    findings = (*tables.findings, *in_order(readings), *elsewhere)
    return CalendarReading(None if has_errors(findings) else calendar, findings)
