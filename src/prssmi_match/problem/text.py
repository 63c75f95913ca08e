"""Text as people type it: folding for comparison, and near misses."""

from __future__ import annotations

import difflib
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["fold", "nearest"]


def fold(text: str) -> str:
    r"""Return the text casefolded, with runs of white space folded to one space.

    >>> fold("  Quick  Response\\tTeam ")
    'quick response team'
    """
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is closest to a misspelled one, or None.

    >>> nearest("diverson", ["diversion", "child_welfare"])
    'diversion'
    """
    by_folded = {fold(candidate): candidate for candidate in sorted(known, reverse=True)}
    close = difflib.get_close_matches(fold(word), sorted(by_folded), n=1, cutoff=0.6)
    return by_folded[close[0]] if close else None
