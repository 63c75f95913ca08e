"""Text files of separated values to sheets: every cell as the text that it is."""

from __future__ import annotations

import csv
import io
import re

from prssmi_match.errors import Finding, Spot
from prssmi_match.intake.encoding import decode
from prssmi_match.intake.grid import Row, Sheet
from prssmi_match.intake.kinds import other_kind

__all__ = ["read_delimited"]

_HEAD = 65_536
"""Characters in which the header is looked for."""


def read_delimited(data: bytes, source: str, encoding: str | None = None) -> Sheet | Finding:
    """Return the rows that a file holds, or the finding that says why it holds none.

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
    The separator is the comma, semicolon or tab that stands most often in the header, outside of double quotes. Rows
    are counted as a spreadsheet counts them: a cell that holds line breaks is one row.
    """
    text = other_kind(data, source) or decode(data, source, encoding)
    if isinstance(text, Finding):
        return text
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    rows: list[Row] = []
    try:
        for number, record in enumerate(reader, start=1):
            rows.append(Row(f"row {number}", tuple(cell.strip() or None for cell in record), number))
    except csv.Error as error:
        return _malformed(source, len(rows) + 1, reader.line_num, error)
    return Sheet(source, tuple(rows))


def _separator(text: str) -> str:
    header = re.split(r"[\r\n]", re.sub(r'"[^"]*"', "", text[:_HEAD]).lstrip(), maxsplit=1)[0]
    return max(",;\t", key=header.count)


def _malformed(source: str, row: int, line: int, error: csv.Error) -> Finding:
    spot = Spot(source, row=row)
    if "field limit" in str(error):
        sentence = (
            f"A cell of row {row} (line {line}) holds more than {csv.field_size_limit():,} characters; shorten it. "
            "Where none is so long, a double quote is not closed."
        )
        return Finding("cell_too_long", f"{source} row {row}", "", "a shorter text", sentence, spot=spot)
    sentence = (
        f"The text of row {row} (line {line}) is broken ({error}): mostly a double quote that is not closed. "
        "A cell that holds a double quote is written between double quotes, with the inner one doubled."
    )
    return Finding("malformed_table", f"{source} row {row}", str(error), "separated values", sentence, spot=spot)
