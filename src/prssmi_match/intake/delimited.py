"""Text files of separated values to grids: every cell as the text that it is."""

from __future__ import annotations

import csv
import io
import re

from prssmi_match.errors import Finding
from prssmi_match.intake.encoding import decode
from prssmi_match.intake.grid import Grid, Row

__all__ = ["read_delimited"]


def read_delimited(data: bytes, source: str, encoding: str | None = None) -> Grid | Finding:
    """Return the table that a file holds, or the finding that says why it holds none.

    Parameters
    ----------
    data : bytes
        The content of the file.
    source : str
        Its name in findings.
    encoding : str, optional
        Where it is not UTF-8.

    Notes
    -----
    The separator is a comma, or the semicolon or tab of a header that has no comma. Rows are counted as a spreadsheet
    counts them: a cell that holds line breaks is one row.
    """
    text = decode(data, source, encoding)
    if isinstance(text, Finding):
        return text
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    records: list[list[str]] = []
    try:
        records.extend(reader)
    except csv.Error as error:
        return _malformed(source, len(records) + 1, reader.line_num, error)
    header = tuple(cell.strip() for cell in records[0]) if records else ()
    if not any(header):
        sentence = f"{source} has no header: its first row should name the columns."
        return Finding("no_header", f"{source} row 1", "", "the names of the columns", sentence)
    rows = (
        Row(f"row {number}", tuple(cell.strip() or None for cell in record))
        for number, record in enumerate(records[1:], start=2)
    )
    return Grid(source, header, tuple(rows))


def _separator(text: str) -> str:
    header = re.sub(r'"[^"]*"', "", re.split(r"[\r\n]", text, maxsplit=1)[0])
    if "," in header or not (";" in header or "\t" in header):
        return ","
    return max(";\t", key=header.count)


def _malformed(source: str, row: int, line: int, error: csv.Error) -> Finding:
    sentence = (
        f"The text of row {row} (line {line}) is broken ({error}): mostly a double quote that is not closed. "
        "A cell that holds a double quote is written between double quotes, with the inner one doubled."
    )
    return Finding("malformed_table", f"{source} row {row}", str(error), "separated values", sentence)
