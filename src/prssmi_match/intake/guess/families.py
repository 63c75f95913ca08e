"""Questions that belong together: one a rank (``Choice 1``, ``Choice 2``), or one an item (``Topics? Training``)."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from prssmi_match.intake.guess.asked import Asked, is_code
from prssmi_match.intake.guess.phrases import ORDINALS
from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prssmi_match.intake.surveys import Part, Question

__all__ = ["asked_of"]

_NUMBERED = re.compile(r"(.*[^\d\s_#.(-])[\s_#.(-]*(\d{1,2})[\s).:]*", re.DOTALL)
_ORDINAL = re.compile(rf"\b({'|'.join(ORDINALS)})\b", re.IGNORECASE)
_BREAK = re.compile(r"(?:\?:?|:| [-–—])\s+(?=\S)")  # noqa: RUF001 - the dashes of question texts
_LONGEST = 1_000


def asked_of(questions: Sequence[Question]) -> tuple[Asked, ...]:
    """Return all questions that a mapping can name, and the groups of questions that can fill a field together."""
    # A mapping cannot name what has no name.
    named = [question for question in questions if question.key.strip() and question.parts]
    single = [question for question in named if len(_columns(question)) == 1 and not _columns(question)[0].key]
    alone = [Asked((question.key,), question.text, question.parts) for question in named if _columns(question)]
    return (*alone, *_ranks(single), *_items(single))


def _columns(question: Question) -> tuple[Part, ...]:
    return tuple(part for part in question.parts if not part.other)


def _ranks(questions: Sequence[Question]) -> Iterator[Asked]:
    """Yield the questions that differ by a number from 1 on, in that order."""
    groups: dict[str, dict[int, Question]] = defaultdict(dict)
    for question in questions:
        stem, number = _numbered(question.key) or _numbered(question.text) or ("", 0)
        if stem:
            groups[stem].setdefault(number, question)
    for stem, members in groups.items():
        ordered = [members[number] for number in range(1, len(members) + 1) if number in members]
        if 1 < len(ordered) == len(members):
            said = [(_numbered(question.text) or (question.text, 0))[0] for question in ordered]
            alike = len({*map(fold, said)}) == 1
            parts = tuple(replace(_columns(question)[0], key=question.key, text=question.text) for question in ordered)
            keys = tuple(question.key for question in ordered)
            # Where only the numbers differ, no words say what stands behind them.
            yield Asked(keys, said[0] if alike else stem, parts, "ranks", coded=alike)


def _numbered(text: str) -> tuple[str, int] | None:
    """Return a text without its number, and the number; None where it has none."""
    text = text[:_LONGEST].strip()
    match = _NUMBERED.fullmatch(text)
    if match:
        return None if is_code(text) else (match[1], int(match[2]))
    words = _ORDINAL.findall(text)
    return (_ORDINAL.sub("", text).strip(), ORDINALS[fold(words[0])]) if len(words) == 1 else None


def _items(questions: Sequence[Question]) -> Iterator[Asked]:
    """Yield the questions that begin alike and go on with an item; the longest beginning that most share."""
    groups: dict[str, list[tuple[Question, str]]] = defaultdict(list)
    for question in questions:
        text = question.text[:_LONGEST]
        for match in _BREAK.finditer(text):
            groups[text[: match.start()].strip()].append((question, text[match.end() :].strip()))
    taken: set[str] = set()
    for beginning, members in sorted(groups.items(), key=lambda group: (-len(group[1]), -len(group[0]), group[0])):
        free = [(question, item) for question, item in members if question.key not in taken]
        if len(free) > 1 and len({fold(item) for _, item in free}) == len(free) and beginning:
            taken |= {question.key for question, _ in free}
            parts = tuple(replace(_columns(question)[0], key=item, text=item) for question, item in free)
            yield Asked(tuple(question.key for question, _ in free), beginning, parts, "items")
