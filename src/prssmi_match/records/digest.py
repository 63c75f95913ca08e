"""The canonical form of a problem, and its digest.

Two documents that ask the same thing have the same form: rows and lists in one order (preferences keep theirs),
defaults written out, numbers in one spelling, text in one Unicode normalization.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from typing import TYPE_CHECKING, Any

from prssmi_match.problem.values import exact

if TYPE_CHECKING:
    from prssmi_match.problem.document import Problem

__all__ = ["canonical", "digest", "respelled"]

ORDERED = frozenset({"preferences", "location", "tiers", "rank_points", "team_size", "travelers"})
"""Lists whose order means something."""


def canonical(problem: Problem) -> str:
    """Return the canonical form of a problem as JSON."""
    return _dumped(_sorted(_respelled(problem.model_dump(mode="json"))))


def digest(problem: Problem) -> str:
    """Return the SHA-256 of the canonical form, in hexadecimal."""
    return hashlib.sha256(canonical(problem).encode()).hexdigest()


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


def _sorted(value: Any, name: str = "") -> Any:  # noqa: ANN401 - any JSON value
    match value:
        case dict():
            return {key: _sorted(item, key) for key, item in value.items()}
        case list() if name == "preferences":
            return [sorted(group) for group in value]
        case list():
            items = [_sorted(item) for item in value]
            return items if name in ORDERED else sorted(items, key=_dumped)
        case _:
            return value
