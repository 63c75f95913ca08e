"""The canonical form of a document: one text for all documents that say the same.

Rows and lists stand in one order (those whose order means something keep theirs), numbers in one spelling, text in one
Unicode normalization.
"""

from __future__ import annotations

import json
import unicodedata
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
    return _dumped(_sorted(_respelled(value), ordered))


def respelled(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """Return a JSON value as text with one spelling of numbers and letters; lists keep their order."""
    return _dumped(_respelled(value))


def _dumped(value: Any) -> str:  # noqa: ANN401 - any JSON value
    return json.dumps(value, sort_keys=True, ensure_ascii=True, separators=(",", ":"))


def _respelled(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    match value:
        case dict():
            return {_respelled(key): _respelled(item) for key, item in value.items()}
        case list():
            return [_respelled(item) for item in value]
        case str():
            return unicodedata.normalize("NFC", value)
        case float():
            number = exact(value)
            return number.numerator if number.denominator == 1 else str(number)
        case _:
            return value


def _sorted(value: Any, ordered: Collection[str], name: str = "") -> Any:  # noqa: ANN401 - any JSON value
    match value:
        case dict():
            return {key: _sorted(item, ordered, key) for key, item in value.items()}
        case list() if name == "preferences":
            return [sorted(group) for group in value]
        case list():
            items = [_sorted(item, ordered) for item in value]
            return items if name in ordered else sorted(items, key=_dumped)
        case _:
            return value
