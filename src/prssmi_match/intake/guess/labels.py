"""The distinct answers of a question: its options or items, and what stands in its cells."""

from __future__ import annotations

from heapq import nsmallest
from typing import TYPE_CHECKING

from prssmi_match.intake.guess.asked import is_nothing
from prssmi_match.intake.mapping.options import split_options
from prssmi_match.intake.surveys import Layout
from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from prssmi_match.intake.guess.asked import Asked, Export

__all__ = ["labels_of"]

_MOST_CELLS = 2_000


def labels_of(
    asked: Asked, layout: Layout, export: Export, known: Collection[str] = (), most: int = _MOST_CELLS
) -> list[str]:
    """Return the answers that a mapping can give a meaning, each once.

    Options and items stand in the order of the sheet, answers of cells in that of the alphabet, so that the order of
    the rows does not matter.

    Parameters
    ----------
    known : collection of str
        Texts that are known as one option of a list.
    most : int
        The greatest number of distinct cells that are looked at, the first of the alphabet.
    """
    typed = nsmallest(most, (text for part in asked.parts if part.other for text in export.answers(part)))
    match layout:
        case Layout.CHECKED | Layout.ITEM_COLUMNS:
            offered = [part.text or part.key for part in asked.columns]
            return _distinct([*offered, *_sorted(typed)])
        case Layout.LISTED | Layout.ORDERED:
            cells = nsmallest(most, export.answered(asked))
            return _distinct(_sorted([*_pieces(cells, export.survey.separator, known), *typed]))
        case _:
            return _distinct(_sorted([*nsmallest(most, export.answered(asked)), *typed]))


def _distinct(texts: Iterable[str]) -> list[str]:
    found: dict[str, str] = {}
    for text in texts:
        if not is_nothing(text):
            found.setdefault(fold(text), text)
    return [*found.values()]


def _sorted(texts: Iterable[str]) -> list[str]:
    return sorted(texts, key=lambda text: (fold(text), text))


def _pieces(cells: Iterable[str], separator: str, known: Collection[str]) -> Iterator[str]:
    """Yield the options of cells, those with the separator in them as well as a draft can tell."""
    joined, folded = {option for option in known if separator in option}, {*map(fold, known)}
    for cell in cells:
        if separator not in cell:
            yield cell
            continue
        split = split_options(cell, separator, joined)
        for text in (*split.options, *split.unsplit):
            yield from [text] if separator != "," or text in joined else _at_commas(text, folded)


def _at_commas(text: str, known: Collection[str]) -> Iterator[str]:
    """Yield the options of a list; what follows in small letters or within parentheses goes on with the one before."""
    option = ""
    for piece in map(str.strip, text.split(",")):
        small = piece[:1].islower() and option[:1].isupper() and fold(piece) not in known
        if option and (small or option.count("(") > option.count(")")):
            option = f"{option}, {piece}"
            continue
        if option:
            yield option
        option = piece
    if option:
        yield option
