"""The canonical form of a document: one text for all documents that say the same.

Rows and lists stand in one order (those whose order means something keep theirs), numbers in one spelling, text in one
Unicode normalization.
"""

from __future__ import annotations

import json
import unicodedata
from json.encoder import encode_basestring_ascii
from typing import TYPE_CHECKING, Any

from prssmi_match.problem.values import exact

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["canonical_text", "respelled"]


def canonical_text(value: Any, ordered: Collection[str]) -> str:  # noqa: ANN401 - any JSON value
    """Return the canonical form of a JSON value as JSON.

    Parameters
    ----------
    ordered : collection of str
        The names of the lists whose order means something; inside of ``preferences`` a group has none.
    """
    return _text(value, ordered, "")


def respelled(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """Return a JSON value as text with one spelling of numbers and letters; lists keep their order."""
    return _text(value, None, "")


def _text(value: Any, ordered: Collection[str] | None, name: str) -> str:  # noqa: ANN401 - any JSON value
    """Return the text of a value; the rows of a list without an order are sorted by theirs."""
    match value:
        case str():
            return _quoted(_spelled(value))
        case float():
            number = exact(value)
            return str(number.numerator) if number.denominator == 1 else f'"{number}"'
        case dict():
            items = sorted((_spelled(key), key) for key in value)
            return "{" + ",".join(f"{_quoted(said)}:{_text(value[key], ordered, said)}" for said, key in items) + "}"
        case list() if name == "preferences" and ordered is not None:
            groups = ([_spelled(site) for site in group] for group in value)
            return "[" + ",".join(_text(sorted(group), None, "") for group in groups) + "]"
        case list():
            texts = [_text(item, ordered, "") for item in value]
            return "[" + ",".join(texts if ordered is None or name in ordered else sorted(texts)) + "]"
        case _:
            return str(value) if type(value) is int else json.dumps(value)  # a truth value is an int, too


_quoted = encode_basestring_ascii  # what json.dumps makes of text, many times as fast for a single one


def _spelled(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)
