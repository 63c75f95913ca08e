"""What earlier rounds say, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.wording.labels import enumeration

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["rounds_words"]


def rounds_words(rounds: Sequence[int]) -> str:
    """Return earlier rounds between brackets, to follow a statement; empty where none is known.

    >>> rounds_words([2017, 2018])
    ' (rounds 2017 and 2018)'
    """
    return f" (round{'s' if len(rounds) > 1 else ''} {enumeration(map(str, rounds))})" if rounds else ""
