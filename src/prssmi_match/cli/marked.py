"""Copies of the files of an input in which the cells with findings are marked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from prssmi_match.errors import Finding
from prssmi_match.files import write_whole
from prssmi_match.intake.exports import read_sheet
from prssmi_match.intake.workbook import read_workbook
from prssmi_match.reporting.findings import mark_tables, mark_workbook

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["write_marked"]

_MARKED = ".marked.xlsx"
_WORKBOOKS = {".xlsx", ".xlsm"}


def write_marked(source: str, findings: Sequence[Finding], folder: str, encoding: str | None) -> list[str]:
    """Write a marked copy of every file of the input that a finding stands in, and return the copies.

    The copy of an earlier check gives way to a new one, also where nothing is wrong with its file any more.

    Raises
    ------
    OutputError
        If they cannot be written; then none is.
    MissingExtraError
        openpyxl is not installed.
    """
    path = Path(source)
    home = path if path.is_dir() else path.parent
    earlier = [copy.name.removesuffix(_MARKED) for copy in sorted(Path(folder).glob(f"*{_MARKED}"))]
    names = dict.fromkeys([*(finding.spot.file for finding in findings if finding.spot is not None), *earlier])
    files = [home / name for name in names if (home / name).is_file() and not name.endswith((".toml", ".json"))]
    copies = {f"{file.name}{_MARKED}": _copy(file, findings, encoding) for file in files}
    return [str(copy) for copy in write_whole(folder, copies)] if copies else []


def _copy(file: Path, findings: Sequence[Finding], encoding: str | None) -> bytes:
    data = file.read_bytes()
    if file.suffix.lower() in _WORKBOOKS:
        # One that was refused may be too large to be opened: then there is only the list.
        refused = isinstance(read_workbook(data, file.name), Finding)
        return mark_tables({file.name: ()}, findings) if refused else mark_workbook(data, file.name, findings)
    read = read_sheet(data, file.name, encoding=encoding)
    rows = () if isinstance(read, Finding) else [row.cells for row in read[0].rows]
    return mark_tables({file.name: rows}, findings)
