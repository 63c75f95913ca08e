"""Characters that no page should be given as they are."""

from __future__ import annotations

import re

__all__ = ["acts_in_cells", "encodable", "has_bidi_control", "in_one_line", "shown", "without_controls"]

_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Neither HTML nor Markdown can hold these, not even as character references; tab and line feed they can.
_CONTROLS = re.compile("\r\n?|[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")

_SURROGATES = re.compile("[\ud800-\udfff]")
_ENOUGH = 20
# The wide forms act in some languages' spreadsheets; white space in front does not protect in all of them.
_ACTING = re.compile(r"[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")


def acts_in_cells(text: str) -> bool:
    """Return whether a spreadsheet could take a text for a formula, when it is read from a file or edited."""
    return _ACTING.match(text) is not None


def encodable(text: str) -> str:
    """Return the text with the replacement character for halves of characters, which no file can hold."""
    return _SURROGATES.sub("\ufffd", text)


def has_bidi_control(text: str) -> bool:
    """Return whether the text holds a character that changes the direction of what follows."""
    return _BIDI.search(text) is not None


def without_controls(text: str) -> str:
    """Return the text with line ends as line feeds, and with the replacement character for control characters."""
    return _CONTROLS.sub(lambda found: "\n" if found[0].startswith("\r") else "\ufffd", text)


def in_one_line(text: str) -> str:
    """Return the text as a terminal can be given it: nothing that moves the cursor or turns the direction around."""
    return " ".join(_BIDI.sub("", without_controls(text)).split())


def shown(text: str, most: int) -> str:
    """Return the text in one line of at most so many characters, which acts on nothing where it is shown."""
    head = text[: _ENOUGH * most]  # a cell may hold megabytes
    line = in_one_line(encodable(head))
    whole = len(line) <= most and len(head) == len(text)
    return line if whole else f"{line[: most - 1].rstrip()}…"
