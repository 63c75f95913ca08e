"""What a path holds: a JSON document, a folder of tables or survey exports, or a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from prssmi_match.errors import Finding, ProblemError
from prssmi_match.intake.assembly import assemble
from prssmi_match.intake.book import read_book
from prssmi_match.intake.encoding import decode
from prssmi_match.intake.files import load, not_a_source
from prssmi_match.intake.folder import read_folder
from prssmi_match.intake.json_document import parse_document
from prssmi_match.intake.reading import Reading

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

    from prssmi_match.problem.document import Problem

__all__ = ["examine", "examine_exports", "read_problem"]

_WORKBOOKS = {".xlsx", ".xlsm"}


def read_problem(path: str | os.PathLike[str], *, encoding: str | None = None) -> Problem:
    """Return the problem that a file or folder states.

    Parameters
    ----------
    path : path
        One of

        - a JSON document (``.json``);
        - a folder with ``mentees.csv`` and ``mentors.csv``, and where there is something to say ``pairs.csv``,
          ``previous.csv``, ``history.csv``, ``reviews.csv`` and ``program.toml``, which holds every other field of the
          document;
        - a folder with ``mapping.toml`` and the survey exports that it names, in place of one or both of these tables;
          or the mapping file itself;
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
    return examine(path, encoding=encoding).required()


def examine(path: str | os.PathLike[str], *, encoding: str | None = None) -> Reading:
    """Return what a file or folder states, with warnings and notes, or all findings where it states no problem.

    Takes what :func:`read_problem` takes.

    Raises
    ------
    MissingExtraError
        A workbook, and openpyxl is not installed.
    """
    source = Path(path)
    if source.is_dir():
        return assemble(read_folder(source, encoding))
    match source.suffix.lower():
        case ".json":
            return _read_json(source, encoding)
        case ".toml" if source.exists():
            return examine_exports(source.parent, mapping=source, encoding=encoding)
        case suffix if suffix in _WORKBOOKS and source.exists():
            return assemble(read_book(source))
        case _:
            return Reading(None, (not_a_source(source),))


def examine_exports(
    folder: str | os.PathLike[str],
    *,
    mapping: str | os.PathLike[str] | None = None,
    exports: Mapping[str, tuple[str, bytes]] | None = None,
    encoding: str | None = None,
) -> Reading:
    """Return what survey exports state, as a mapping reads them.

    Parameters
    ----------
    folder : path
        Holds the exports, ``program.toml`` and what else belongs to the problem.
    mapping : path, optional
        The mapping file; ``mapping.toml`` of the folder by default.
    exports : mapping of str to (str, bytes), optional
        Exports by side (``mentees``, ``mentors``), with their name and content, in place of the files that the mapping
        names: for an intake system that has them in memory.
    encoding : str, optional
        Encoding of text files that are not UTF-8.

    Raises
    ------
    MissingExtraError
        A workbook, and openpyxl is not installed.
    """
    path = None if mapping is None else Path(mapping)
    return assemble(read_folder(Path(folder), encoding, mapping=path, exports=exports))


def _read_json(path: Path, encoding: str | None) -> Reading:
    data = load(path)
    text = decode(data, path.name, encoding) if isinstance(data, bytes) else data
    if isinstance(text, Finding):
        return Reading(None, (text,))
    try:
        return Reading(parse_document(text, path.name))
    except ProblemError as error:
        return Reading(None, error.findings)
