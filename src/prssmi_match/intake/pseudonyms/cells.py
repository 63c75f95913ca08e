"""Texts as cells of a spreadsheet: none is taken for a formula or a number, and each comes back exactly."""

from __future__ import annotations

import re

__all__ = ["bare", "guarded"]

# A cell begins where the text does, and where a spreadsheet that takes another separator than ours would split it. At
# the start, all but letters are guarded; at a split, what begins a formula, in its full-width forms, too. So is the
# apostrophe itself: wherever one is taken off, one was put on.
_SEPARATORS = r"[;,|\t\r\n]"
_OPEN = re.compile(
    rf"\A(?=.)(?![^\W\d_])|(?<={_SEPARATORS})(?=\s*['=+\-@\uFF1D\uFF0B\uFF0D\uFF20])",
    re.DOTALL,
)
_GUARD = re.compile(rf"(?:\A|(?<={_SEPARATORS}))'")


def guarded(text: str) -> str:
    """Return the text with an apostrophe before all that a spreadsheet could calculate.

    >>> guarded("=1+1"), guarded("007"), guarded("Pine, 2nd Court")
    ("'=1+1", "'007", 'Pine, 2nd Court')
    """
    return _OPEN.sub("'", text)


def bare(cell: str) -> str:
    """Return the text that was guarded.

    >>> bare(guarded("a;=1+1"))
    'a;=1+1'
    """
    return _GUARD.sub("", cell)
