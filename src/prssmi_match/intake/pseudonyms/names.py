"""Which texts name somebody."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Names"]

_LONG = 4
"""Characters from which a name is found inside of words; shorter ones would be found everywhere."""


class Names:
    """The ids, names and organizations that no text may give away.

    Case, accents, spaces and punctuation are not looked at: ``drug-court_pine county`` names Pine-County.

    Parameters
    ----------
    texts : iterable of str
        The ids, names and organizations.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        plain = {text: _plain(text) for text in texts}
        self._long = {words for words in plain.values() if len(words) >= _LONG}
        self._short = {words for words in plain.values() if 0 < len(words) < _LONG}
        self._marks = {text for text, words in plain.items() if len(words) < _LONG <= len(text)}
        self._words = {word for words in self._long for word in words.split() if len(word) >= _LONG}

    def are_in(self, text: str) -> bool:
        """Tell whether a text holds a whole id, name or organization."""
        words = _plain(text)
        return (
            any(name in words for name in self._long)
            or any(f" {name} " in f" {words} " for name in self._short)
            or any(mark in text for mark in self._marks)
        )

    def share_a_word_with(self, text: str) -> bool:
        """Tell whether a text holds a whole one, or one longer word of it, as ``pine-travel`` has of Pine County."""
        return self.are_in(text) or not self._words.isdisjoint(_plain(text).split())


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", letters))
