"""A problem to the native tables, the way back of :mod:`prssmi_match.intake.folder`."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from prssmi_match.errors import Finding, MissingExtraError, ProblemError
from prssmi_match.intake.assembly import assemble
from prssmi_match.intake.columns import TABLES, Kind
from prssmi_match.intake.delimited import read_delimited
from prssmi_match.intake.grid import Grid, Sheet, Tables, as_grid
from prssmi_match.intake.numbers import plain
from prssmi_match.intake.parts import PROGRAM
from prssmi_match.intake.program_file import read_program

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prssmi_match.intake.columns import Table
    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.history import PastRow

__all__ = ["as_tables", "history_table"]


def as_tables(problem: Problem) -> dict[str, str]:
    """Return the files of a folder that states a problem: its tables as CSV text, and ``program.toml``.

    The files are read back, and given only if they state the same problem.

    Raises
    ------
    ProblemError
        If some text of the problem cannot be written into a table, such as an id that holds a ``|``.
    MissingExtraError
        tomlkit is not installed.
    """
    document = problem.model_dump(mode="json", exclude_unset=True)
    files = {}
    for name, table in TABLES.items():
        rows = document.pop(name, [])
        if rows or not table.optional:
            files[f"{name}.csv"] = _as_csv(table, rows)
    if document:
        files[PROGRAM] = _as_toml(_without_none(document))
    if _read_back(files) != problem:
        sentence = (
            "Some text of this problem cannot be written into tables: an id or topic that holds |, >, = or :, or "
            "spaces at its ends. Write it as .json instead."
        )
        raise ProblemError([Finding("not_a_table", "document", "", "text that a table can hold", sentence)])
    return files


def history_table(rows: Iterable[PastRow]) -> str:
    """Return rows of ``history`` as the text of ``history.csv``."""
    return _as_csv(TABLES["history"], [row.model_dump(mode="json", exclude_defaults=True) for row in rows])


def _read_back(files: dict[str, str]) -> Problem | None:
    tables = Tables()
    for name in TABLES:
        if (text := files.get(f"{name}.csv")) is not None:
            sheet = read_delimited(text.encode(), f"{name}.csv")
            grid = as_grid(sheet) if isinstance(sheet, Sheet) else sheet
            if isinstance(grid, Grid):
                tables.grids[name] = grid
    if PROGRAM in files:
        read_program(files[PROGRAM].encode(), PROGRAM, tables)
    return assemble(tables).problem


def _as_csv(table: Table, rows: list[dict[str, Any]]) -> str:
    columns = [column for column in table.columns if column.name in table.needed or any(column.name in r for r in rows)]
    field = table.open_field
    names = sorted({name for row in rows for name in row.get(field, {})})
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*(column.name for column in columns), *(f"{field}.{name}" for name in names)])
    for row in rows:
        cells = [_cell(column.kind, row.get(column.name)) for column in columns]
        writer.writerow([*cells, *(row.get(field, {}).get(name, "") for name in names)])
    return text.getvalue()


def _cell(kind: Kind, value: Any) -> str:  # noqa: ANN401 - whatever a field holds
    if value is None:
        return ""
    match kind:
        case Kind.CHOICES | Kind.IDS:
            return " | ".join(value)
        case Kind.GROUPS:
            return " > ".join(" = ".join(group) for group in value)
        case Kind.TOPICS:
            return " | ".join(f"{topic}:{level}" for topic, level in value.items())
        case Kind.LOCATION:
            return "|".join(plain(degrees) for degrees in value)
        case Kind.WHOLE | Kind.DECIMAL:
            return plain(value)
        case _:
            return str(value)


def _as_toml(fields: dict[str, Any]) -> str:
    try:
        import tomlkit
    except ImportError as error:
        raise MissingExtraError("tomlkit", "cli") from error
    return tomlkit.dumps(fields)


def _without_none(value: Any) -> Any:  # noqa: ANN401 - whatever a document holds
    """Leave out what TOML has no word for; in the document, left out means the same."""
    match value:
        case dict():
            return {name: _without_none(item) for name, item in value.items() if item is not None}
        case list():
            return [_without_none(item) for item in value]
        case _:
            return value
