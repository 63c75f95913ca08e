"""Files that are neither text nor an .xlsx workbook, known by how they begin."""

from __future__ import annotations

from prssmi_match.errors import Finding, Spot

__all__ = ["other_kind"]

_ALL = "export the answers as .csv or .xlsx"
_KINDS = {
    b"\xd0\xcf\x11\xe0": (
        "an old Excel workbook (.xls), or one that needs a password",
        "open it and save it as .xlsx, without a password",
    ),
    b"%PDF": ("a PDF", _ALL),
    b"\x89PNG": ("a picture", _ALL),
    b"\xff\xd8\xff": ("a picture", _ALL),
    b"{\\rtf": ("a text document", _ALL),
    b"$FL2": ("an SPSS file", _ALL),
    b"\x1f\x8b": ("a packed file", "unpack it first"),
    b"<html": ("a web page, mostly one that asks to log in", "log in and download it again"),
    b"<!doctype html": ("a web page, mostly one that asks to log in", "log in and download it again"),
}
"""By the first bytes of a file, in lower case where they are letters of a page: what it is, and the fix."""
_HEAD = 64


def other_kind(data: bytes, file: str) -> Finding | None:
    """Return the finding that says what a file is, where it begins as a kind that is not read.

    >>> other_kind(b"%PDF-1.7", "answers.csv").sentence
    'answers.csv is a PDF; export the answers as .csv or .xlsx.'
    """
    head = data[:_HEAD].lstrip()
    for start, (what, fix) in _KINDS.items():
        if head.startswith(start) or head.lower().startswith(start):
            sentence = f"{file} is {what}; {fix}."
            return Finding("other_kind", file, what, "a .csv file or an .xlsx workbook", sentence, spot=Spot(file))
    return None
