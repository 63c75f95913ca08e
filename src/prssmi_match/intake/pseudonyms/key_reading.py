"""The text of a key file to a key, or all that is wrong with it."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import get_args

from prssmi_match.errors import Finding, ProblemError, Spot
from prssmi_match.intake.pseudonyms.cells import bare
from prssmi_match.intake.pseudonyms.entry import Entry, Kind
from prssmi_match.intake.pseudonyms.entry_defects import entry_defects
from prssmi_match.intake.pseudonyms.key import COLUMNS, SECRET_BYTES, SECRET_WORD, Key

__all__ = ["read_key"]

_KINDS: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that is not blank, with its number as a spreadsheet counts it; its cells are no longer guarded."""

    number: int
    cells: tuple[str, ...]


def read_key(text: str, source: str = "the key file") -> Key:
    """Return the key that :meth:`Key.to_text` wrote, exactly; one that a spreadsheet saved again is read, too.

    Every pseudonym is held against the secret, so that no id passes that was changed by hand, or by a spreadsheet that
    took it for a date.

    Parameters
    ----------
    text : str
        The content of the file. Line ends inside of cells are kept where it was read as it is (``newline=""``).
    source : str
        Its name in findings.

    Raises
    ------
    ProblemError
        With every finding; none holds the secret.
    """
    rows = _rows(text, source)
    findings: list[Finding] = []
    secret = _secret(rows[0], source, findings)
    if len(rows) < 2 or rows[1].cells[: len(COLUMNS)] != COLUMNS:  # noqa: PLR2004 - the secret, the headers
        expected = ", ".join(COLUMNS)
        sentence = f"The second line of {source} should be the headers: {expected}."
        raise ProblemError([*findings, _finding("bad_header", sentence, source, expected=expected)])
    entries = {row.number: entry for row in rows[2:] if (entry := _entry(row, source, findings)) is not None}
    findings += entry_defects(entries, secret, source)
    if findings or secret is None:
        raise ProblemError(sorted(findings, key=lambda finding: (finding.spot and finding.spot.row) or 0))
    return Key(secret, tuple(entries.values()))


def _rows(text: str, source: str) -> list[_Row]:
    text = text.removeprefix("\ufeff")
    first = re.match(rf'"?{SECRET_WORD}"?([,;\t])', text)
    if first is None:
        expected = f"a first line that begins with {SECRET_WORD}"
        sentence = f"{source} is not a key file: its first line should begin with the word {SECRET_WORD}."
        code = "not_a_key" if text.strip() else "empty_file"
        raise ProblemError([_finding(code, sentence, source, expected=expected)])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=first[1], strict=True)
    rows: list[_Row] = []
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            if any(cells):
                rows.append(_Row(number, tuple(map(bare, cells))))
    except csv.Error as error:
        sentence = f"Row {number + 1} of {source} is broken ({error}): mostly a double quote that is not closed."
        raise ProblemError([_finding("malformed_table", sentence, source, number + 1)]) from None
    return rows


def _secret(row: _Row, source: str, findings: list[Finding]) -> bytes | None:
    written = row.cells[1] if len(row.cells) > 1 else ""
    try:
        secret = bytes.fromhex(written)
    except ValueError:
        secret = b""
    if len(secret) == SECRET_BYTES:
        return secret
    expected = f"{2 * SECRET_BYTES} characters, each 0-9 or a-f"
    what = f"It has {len(written)} characters. " if len(written) != 2 * SECRET_BYTES else ""
    sentence = f"The secret in the first line of {source} should be {expected}. {what}Take it from a copy of the file."
    findings.append(_finding("bad_secret", sentence, source, row.number, expected))
    return None


def _entry(row: _Row, source: str, findings: list[Finding]) -> Entry | None:
    """Return what a row holds, or None with a finding for everything that is wrong with it."""
    # A spreadsheet may drop blank cells at the end of a row, or add some.
    cells = dict(zip(COLUMNS, (*row.cells, *[""] * len(COLUMNS)), strict=False))
    kind = _KINDS.get(cells["kind"])
    wrong = [("missing", "text", f"has no {name}") for name in ("pseudonym", "original") if not cells[name].strip()]
    if any(row.cells[len(COLUMNS) :]):
        wrong.append(("too_many_cells", f"{len(COLUMNS)} cells", f"has more than {len(COLUMNS)} cells"))
    if kind is None:
        expected = f"one of {', '.join(_KINDS)}"
        wrong.append(("unknown_kind", expected, f"has the kind {cells['kind']!r}, which should be {expected}"))
    for code, expected, what in wrong:
        findings.append(_finding(code, f"Row {row.number} of {source} {what}.", source, row.number, expected))
    if wrong or kind is None:
        return None
    return Entry(kind, cells["original"], cells["name"], cells["organization"], cells["pseudonym"])


def _finding(code: str, sentence: str, source: str, row: int | None = None, expected: str = "") -> Finding:
    place = source if row is None else f"{source} row {row}"
    return Finding(code, place, "", expected, sentence, spot=Spot(source, row=row))
