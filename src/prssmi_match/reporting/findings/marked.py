"""Annotated copies of tables and workbooks: cells marked and explained, and a list of all findings in front."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from prssmi_match.errors import MissingExtraError
from prssmi_match.reporting.workbook.blank import new_workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from prssmi_match.errors import Finding, Spot
    from prssmi_match.reporting.findings.marking import Extent

__all__ = ["mark_tables", "mark_workbook"]

MOST_FINDINGS = 5_000
"""Findings that are listed and marked."""


def mark_tables(tables: Mapping[str, Sequence[Sequence[object]]], findings: Sequence[Finding]) -> bytes:
    """Return an Excel workbook with a sheet a table, in which the cells of the findings are marked.

    All cells are text, as the tables have them: nothing becomes a number, a date or a formula.

    Parameters
    ----------
    tables : mapping of str to sequence of rows
        By the name of the file, as findings name it: all rows as written, header included, so that the first is the
        spreadsheet's row 1; None is a blank cell. Without rows (a file that could not be read), only the list tells.
    findings : sequence of Finding
        Those about these files are marked and listed, errors before warnings, and no others.

    Returns
    -------
    bytes
        The content of an ``.xlsx`` file, the same for the same input.

    Raises
    ------
    MissingExtraError
        openpyxl is not installed.
    """
    workbook = new_workbook()
    from prssmi_match.reporting.findings.listing import new_listing
    from prssmi_match.reporting.findings.marking import Extent
    from prssmi_match.reporting.findings.table_copy import copy_table

    listing = new_listing(workbook)
    copies = {file: copy_table(workbook, file, rows) for file, rows in tables.items() if any(map(len, rows))}
    notes = [f"{file} holds nothing that could be copied." for file in tables if file not in copies]
    notes += [f"{file} is too large to be copied whole." for file, (_, whole) in copies.items() if not whole]
    about = [(finding, spot) for finding in findings if (spot := finding.spot) is not None and spot.file in tables]
    extents = {file: Extent.measure(sheet) for file, (sheet, _) in copies.items()}
    _mark(listing, about, lambda spot: extents.get(spot.file), notes)
    return _content(workbook)


def mark_workbook(data: bytes, file: str, findings: Sequence[Finding]) -> bytes:
    """Return a copy of an Excel workbook in which the cells of the findings are marked.

    Values, formulas and sheets stay; the marks and the list of an earlier copy give way to the new ones.

    Parameters
    ----------
    data : bytes
        A workbook that intake accepted, so that its size is known; where it cannot be opened, only the list tells.
    file : str
        The name of the file, as findings name it.
    findings : sequence of Finding
        Those about this file are marked and listed, errors before warnings, and no others.

    Returns
    -------
    bytes
        The content of an ``.xlsx`` file.

    Raises
    ------
    MissingExtraError
        openpyxl is not installed.
    """
    workbook = _opened(data)
    if workbook is None:
        return mark_tables({file: ()}, findings)
    from prssmi_match.reporting.findings.listing import new_listing, remove_listings
    from prssmi_match.reporting.findings.marking import Extent, unmark

    remove_listings(workbook)
    for sheet in workbook.worksheets:
        unmark(sheet)
    extents = {sheet.title.strip(): Extent.measure(sheet) for sheet in workbook.worksheets}
    about = [(finding, spot) for finding in findings if (spot := finding.spot) is not None and spot.file == file]
    _mark(new_listing(workbook), about, lambda spot: extents.get(spot.sheet), [])
    return _content(workbook)


def _opened(data: bytes) -> Workbook | None:
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise MissingExtraError("openpyxl", "excel") from error
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about what openpyxl does not keep, such as slicers
            return load_workbook(io.BytesIO(data))
    except Exception:  # noqa: BLE001 - openpyxl raises whatever a damaged file runs it into
        return None


def _mark(
    listing: Worksheet,
    about: Sequence[tuple[Finding, Spot]],
    extent_of: Callable[[Spot], Extent | None],
    notes: Sequence[str],
) -> None:
    from prssmi_match.reporting.findings.listing import fill_listing
    from prssmi_match.reporting.findings.marking import Mark, find_cell, mark_cells

    ordered = sorted(about, key=lambda pair: pair[0].severity != "error")
    marks = [
        Mark(finding, spot, None if (extent := extent_of(spot)) is None else find_cell(extent, spot))
        for finding, spot in ordered[:MOST_FINDINGS]
    ]
    mark_cells(marks)
    if len(about) > len(marks):
        notes = [*notes, f"These are the first of {len(about):,} findings."]
    fill_listing(listing, marks, notes)


def _content(workbook: Workbook) -> bytes:
    from prssmi_match.reporting.workbook.saving import workbook_bytes

    return workbook_bytes(workbook)
