"""Bytes to text: UTF-8, with or without its mark, or the encoding that is named. Never a guess."""

from __future__ import annotations

import codecs

from prssmi_match.errors import Finding

__all__ = ["decode"]

_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes, source: str, encoding: str | None = None) -> str | Finding:
    """Return the text, or the finding that says why it is none.

    A file that starts with the mark of UTF-8 is UTF-8, whatever encoding is named: it says so itself.
    """
    if not data.strip():
        return Finding("empty_file", source, "", "a file with content", f"{source} is empty.")
    marked = data.startswith(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8-sig" if marked else encoding or "utf-8")
    except LookupError:
        sentence = f"{encoding!r} is not a known encoding; common ones are utf-8, utf-16 and cp1252 (Windows)."
        return Finding("unknown_encoding", source, str(encoding), "the name of an encoding", sentence)
    except UnicodeError as error:
        return _undecodable(data, source, encoding or "utf-8", error)
    text = text.removeprefix("\ufeff")
    if "\0" in text:
        return _null(text, source)
    return text


def _undecodable(data: bytes, source: str, encoding: str, error: UnicodeError) -> Finding:
    start = error.start if isinstance(error, UnicodeDecodeError) else 0
    line = data.count(b"\n", 0, start) + 1
    found = f"byte {data[start : start + 1].hex()} at position {start}"
    if data.startswith(_WIDE_MARKS):
        fix = "It starts as UTF-16 does: save it as 'CSV UTF-8', or name the encoding utf-16."
    else:
        fix = "Save it as 'CSV UTF-8', or name its encoding, for older Windows files mostly cp1252."
    sentence = f"{source} is not {encoding} text: {found} (line {line}) does not belong there. {fix}"
    return Finding("undecodable", f"{source} line {line}", found, f"{encoding} text", sentence)


def _null(text: str, source: str) -> Finding:
    line = text.count("\n", 0, text.index("\0")) + 1
    sentence = (
        f"{source} holds a zero byte in line {line}, which text never does. "
        "It may be UTF-16 (name the encoding utf-16), damaged, or no text file at all."
    )
    return Finding("zero_byte", f"{source} line {line}", "zero byte", "text", sentence)
