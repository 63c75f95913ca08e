"""A folder of tables, or of the survey exports that a mapping turns into tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.errors import Finding
from prssmi_match.intake.columns import TABLES
from prssmi_match.intake.delimited import read_delimited
from prssmi_match.intake.exports import read_exports
from prssmi_match.intake.files import load, unreadable
from prssmi_match.intake.grid import Tables, as_grid
from prssmi_match.intake.mapping import MAPPING, Mapping, read_mapping
from prssmi_match.intake.parts import PROGRAM, absent, note_absence, read_beside
from prssmi_match.intake.reviews.settings import ReviewSettings

if TYPE_CHECKING:
    from collections.abc import Mapping as Contents
    from pathlib import Path

    from prssmi_match.intake.grid import Grid

__all__ = ["read_folder"]


def read_folder(
    folder: Path,
    encoding: str | None = None,
    *,
    mapping: Path | None = None,
    exports: Contents[str, tuple[str, bytes]] | None = None,
) -> Tables:
    """Return the tables of a folder.

    Parameters
    ----------
    folder : Path
        The folder.
    encoding : str or None
        Of text files that are not UTF-8.
    mapping : Path or None
        The mapping file; ``mapping.toml`` of the folder by default, where there is one.
    exports : mapping of str to (str, bytes), optional
        Exports by side, with their name and content, in place of the files that the mapping names.
    """
    tables = Tables()
    try:
        present = [item.name for item in folder.iterdir()]
    except OSError as error:
        return Tables(findings=[unreadable(folder, error)], unreadable={*TABLES})
    mapped = _mapping(folder, present, mapping, tables)
    unclear = mapped is None and bool(tables.findings)  # a mapping that cannot be read: who knows what is needed
    for name, table in TABLES.items():
        file = f"{name}.csv"
        if mapped is not None and name in mapped.sides():
            if file in present:
                tables.findings.append(_stated_twice(file, mapped.sides()[name].file))
        elif file not in present:
            note_absence(tables, name, file, present, str(folder), optional=table.optional or unclear)
        else:
            grid = _read_table(folder / file, encoding)
            if isinstance(grid, Finding):
                tables.refuse(name, grid)
            else:
                tables.grids[name] = grid
    _read_reviews(folder, present, mapped, encoding, tables)
    if mapped is not None:
        read_exports(mapped, folder, mapping.name if mapping else MAPPING, encoding, exports or {}, tables)
    if PROGRAM in present:
        read_beside(folder / PROGRAM, tables)
    else:
        tables.findings += absent(PROGRAM, [*{*present} - {MAPPING}], str(folder), optional=True)
    return tables


def _mapping(folder: Path, present: list[str], mapping: Path | None, tables: Tables) -> Mapping | None:
    path = mapping or (folder / MAPPING if MAPPING in present else None)
    if path is None:
        return None
    data = load(path)
    read = [data] if isinstance(data, Finding) else read_mapping(data, path.name)
    if isinstance(read, Mapping):
        return read
    tables.findings += read
    return None


def _read_table(path: Path, encoding: str | None) -> Grid | Finding:
    data = load(path)
    sheet = read_delimited(data, path.name, encoding) if isinstance(data, bytes) else data
    return sheet if isinstance(sheet, Finding) else as_grid(sheet)


def _read_reviews(
    folder: Path, present: list[str], mapped: Mapping | None, encoding: str | None, tables: Tables
) -> None:
    stated = mapped.reviews if mapped is not None else None
    settings = stated or ReviewSettings()
    if settings.file not in present:
        if stated is not None:
            sentence = f"{settings.file}, which the mapping names, does not lie in {folder}."
            place = f"{MAPPING}, reviews.file"
            tables.findings.append(Finding("missing_file", place, settings.file, "a file that is there", sentence))
        return
    grid = _read_table(folder / settings.file, encoding)
    if isinstance(grid, Finding):
        tables.findings.append(grid)
    else:
        tables.reviews = (grid, settings)


def _stated_twice(table: str, export: str) -> Finding:
    sentence = (
        f"{table} and the export {export}, which the mapping names, both state the same sites; keep one, or put # "
        f"before the name of {table}."
    )
    return Finding("stated_twice", table, export, "one of them", sentence)
