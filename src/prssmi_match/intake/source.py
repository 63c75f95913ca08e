"""What a path holds: a JSON document, a folder of tables or a workbook."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

from prssmi_match.errors import Finding, ProblemError
from prssmi_match.intake.assembly import assemble
from prssmi_match.intake.columns import TABLES
from prssmi_match.intake.delimited import read_delimited
from prssmi_match.intake.encoding import decode
from prssmi_match.intake.grid import Tables
from prssmi_match.intake.json_document import parse_document
from prssmi_match.intake.program_file import read_program
from prssmi_match.intake.workbook import read_workbook

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    from prssmi_match.problem.document import Problem

__all__ = ["read_problem"]

_PROGRAM = "program.toml"
_WORKBOOKS = {".xlsx", ".xlsm"}
_EXPECTED = "a .json document, a folder with mentees.csv and mentors.csv, or an .xlsx workbook"


def read_problem(path: str | os.PathLike[str], *, encoding: str | None = None) -> Problem:
    """Return the problem that a file or folder states.

    Parameters
    ----------
    path : path
        One of

        - a JSON document (``.json``);
        - a folder with ``mentees.csv`` and ``mentors.csv``, and where there is something to say ``pairs.csv``,
          ``previous.csv`` and ``program.toml``, which holds every other field of the document;
        - an Excel workbook (``.xlsx``) with sheets of the same names, and ``program.toml``, or a TOML file with the
          workbook's name, beside it.
    encoding : str, optional
        Encoding of text files that are not UTF-8. Workbooks and TOML files state their own.

    Raises
    ------
    ProblemError
        With every finding at once, each naming file, row and column, what was found and what is expected.
    MissingExtraError
        A workbook, and openpyxl is not installed.
    """
    source = Path(path)
    if source.is_dir():
        return assemble(_read_folder(source, encoding))
    match source.suffix.lower():
        case ".json":
            return _read_json(source, encoding)
        case suffix if suffix in _WORKBOOKS and source.exists():
            return assemble(_read_book(source))
        case _:
            raise ProblemError([_not_a_source(source)])


def _read_json(path: Path, encoding: str | None) -> Problem:
    data = _bytes(path)
    text = decode(data, path.name, encoding) if isinstance(data, bytes) else data
    if isinstance(text, Finding):
        raise ProblemError([text])
    return parse_document(text, path.name)


def _read_folder(folder: Path, encoding: str | None) -> Tables:
    tables = Tables()
    try:
        present = [item.name for item in folder.iterdir()]
    except OSError as error:
        raise ProblemError([_unreadable(folder, error)]) from None
    for name, table in TABLES.items():
        file = f"{name}.csv"
        if file not in present:
            _note_absence(tables, name, _absent(file, present, str(folder), optional=table.optional))
            continue
        data = _bytes(folder / file)
        grid = read_delimited(data, file, encoding) if isinstance(data, bytes) else data
        if isinstance(grid, Finding):
            tables.refuse(name, grid)
        else:
            tables.grids[name] = grid
    if _PROGRAM in present:
        _read_program(folder / _PROGRAM, tables)
    else:
        tables.findings += _absent(_PROGRAM, present, str(folder), optional=True)
    return tables


def _read_book(path: Path) -> Tables:
    book = read_workbook(path, tuple(TABLES))
    if isinstance(book, Finding):
        raise ProblemError([book])
    grids, findings, present = book
    tables = Tables(findings=findings)
    for name, table in TABLES.items():
        if name not in present:
            _note_absence(tables, name, _absent(name, present, path.name, optional=table.optional))
        elif not any(grids[name].header):
            place = f"{path.name} sheet {name} row 1"
            sentence = f"The sheet {name} has no header: its first row should name the columns."
            tables.refuse(name, Finding("no_header", place, "", "the names of the columns", sentence))
        else:
            tables.grids[name] = grids[name]
    beside = [file for file in (path.with_suffix(".toml"), path.with_name(_PROGRAM)) if file.is_file()]
    if len({file.name for file in beside}) > 1:
        sentence = f"Both {beside[0].name} and {_PROGRAM} lie beside {path.name}; keep the one that is meant."
        tables.findings.append(Finding("two_programs", path.name, beside[0].name, "one program file", sentence))
    for file in beside[:1]:
        _read_program(file, tables)
    return tables


def _read_program(path: Path, tables: Tables) -> None:
    data = _bytes(path)
    if isinstance(data, Finding):
        tables.findings.append(data)
    else:
        read_program(data, path.name, tables)


def _note_absence(tables: Tables, name: str, findings: list[Finding]) -> None:
    for finding in findings:
        tables.refuse(name, finding)


def _absent(name: str, present: Iterable[str], where: str, *, optional: bool) -> list[Finding]:
    """Return the finding for a part that is not there, or that seems to be there under a misspelled name."""
    stem, dot, suffix = name.partition(".")
    alike = [item for item in sorted(present) if not item.startswith("#") and Path(item).suffix.lower() == dot + suffix]
    folded = {Path(item).stem.casefold(): item for item in alike}
    close = difflib.get_close_matches(stem, [*folded], n=1, cutoff=0.85)
    if close:
        other = folded[close[0]]
        sentence = (
            f"{where} has no {name!r}, but {other!r}; rename it to {name!r}, or put # before its name to leave it out."
        )
        return [Finding("misspelled_table", where, other, name, sentence)]
    if optional:
        return []
    return [Finding("missing_table", where, "", name, f"{where} has no {name!r}, which is needed.")]


def _bytes(path: Path) -> bytes | Finding:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return _not_a_source(path)
    except OSError as error:
        return _unreadable(path, error)


def _unreadable(path: Path, error: OSError) -> Finding:
    reason = error.strerror or type(error).__name__
    return Finding("unreadable_file", str(path), reason, "something readable", f"{path} cannot be read: {reason}.")


def _not_a_source(path: Path) -> Finding:
    if not path.exists():
        return Finding("missing_file", str(path), "", _EXPECTED, f"{path} does not exist; give {_EXPECTED}.")
    if path.suffix.lower() == ".csv":
        sentence = f"{path} is one table; give the folder that holds it."
    else:
        sentence = f"{path} is none of the kinds of file that are read; give {_EXPECTED}."
    return Finding("unknown_format", str(path), path.suffix, _EXPECTED, sentence)
