"""What the words in the columns of items stand for: ranks, or levels from 1 to 5."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from prssmi_match.intake.columns import Kind
from prssmi_match.intake.guess.asked import is_nothing
from prssmi_match.intake.guess.meanings import Meaning
from prssmi_match.intake.guess.phrases import ORDINALS, SCALES
from prssmi_match.intake.guess.rankings import is_number
from prssmi_match.intake.surveys import Layout
from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from prssmi_match.intake.guess.asked import Export
    from prssmi_match.intake.guess.claims import Claim

__all__ = ["levels_of"]

_MOST = 80


def levels_of(claim: Claim, export: Export) -> tuple[Meaning, ...]:
    """Return the words of the cells with the rank or level that they may stand for; none where all are numbers."""
    if claim.layout is not Layout.ITEM_COLUMNS:
        return ()
    words: dict[str, str] = {}
    for text in sorted(export.answered(claim.asked)):
        if not is_number(text) and not is_nothing(text):
            words.setdefault(fold(text), text)
    ranks = claim.column.kind is Kind.GROUPS
    told = sorted(words.items())[:_MOST]
    return tuple(_level(text, _rank(text) if ranks else _scale(text), ranks=ranks) for _, text in told)


def _level(text: str, level: int | None, *, ranks: bool) -> Meaning:
    if level is None:
        note = f"not understood: write {'its rank' if ranks else 'a number from 1 to 5'}, or 0 to leave it out"
        return Meaning(text, 0, note, stated=False, is_open=True)
    return Meaning(text, level, "check")


def _rank(text: str) -> int | None:
    numbers = {ORDINALS[word] for word in re.findall(r"\w+", fold(text)) if word in ORDINALS}
    numbers |= {int(digits) for digits in re.findall(r"\b\d{1,3}(?=\b|st\b|nd\b|rd\b|th\b)", fold(text))}
    return numbers.pop() if len(numbers) == 1 and 0 not in numbers else None


def _scale(text: str) -> int | None:
    number = re.match(r"([1-5])\b(?!\s*(-|to|of|/|\.)\s*\d)", text)
    if number:
        return int(number[1])
    return next((level for level, words in SCALES.items() if fold(text) in words), None)
