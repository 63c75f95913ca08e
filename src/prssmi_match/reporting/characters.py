"""Characters that no page should be given as they are."""

from __future__ import annotations

import re

__all__ = ["has_bidi_control", "in_one_line", "without_controls"]

_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Neither HTML nor Markdown can hold these, not even as character references; tab and line feed they can.
_CONTROLS = re.compile("\r\n?|[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")


def has_bidi_control(text: str) -> bool:
    """Return whether the text holds a character that changes the direction of what follows."""
    return _BIDI.search(text) is not None


def without_controls(text: str) -> str:
    """Return the text with line ends as line feeds, and with the replacement character for control characters."""
    return _CONTROLS.sub(lambda found: "\n" if found[0].startswith("\r") else "\ufffd", text)


def in_one_line(text: str) -> str:
    """Return the text as a terminal can be given it: nothing that moves the cursor or turns the direction around."""
    return " ".join(_BIDI.sub("", without_controls(text)).split())
