"""The distinct answers of a question: its options or items, and what stands in its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.intake.guess.asked import is_nothing
from prssmi_match.intake.mapping.options import split_options
from prssmi_match.intake.surveys import Layout
from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from prssmi_match.intake.guess.asked import Asked, Export

__all__ = ["labels_of"]


def labels_of(asked: Asked, layout: Layout, export: Export, known: Collection[str] = ()) -> list[str]:
    """Return the answers that a mapping can give a meaning, each once.

    Options and items stand in the order of the sheet, answers of cells in that of the alphabet, so that the order of
    the rows does not matter.

    Parameters
    ----------
    known : collection of str
        Texts that are known as one option of a list.
    """
    typed = [text for part in asked.parts if part.other for text in export.answers(part)]
    match layout:
        case Layout.CHECKED | Layout.ITEM_COLUMNS:
            offered = [part.text or part.key for part in asked.columns]
            return _distinct([*offered, *_sorted(typed)])
        case Layout.LISTED | Layout.ORDERED:
            cells = export.answered(asked)
            pieces = [piece for cell in cells for piece in _pieces(cell, export.survey.separator, known)]
            return _distinct(_sorted([*pieces, *typed]))
        case _:
            return _distinct(_sorted([*export.answered(asked), *typed]))


def _distinct(texts: Iterable[str]) -> list[str]:
    found: dict[str, str] = {}
    for text in texts:
        if not is_nothing(text):
            found.setdefault(fold(text), text)
    return [*found.values()]


def _sorted(texts: Iterable[str]) -> list[str]:
    return sorted(texts, key=lambda text: (fold(text), text))


def _pieces(cell: str, separator: str, known: Collection[str]) -> Iterator[str]:
    """Yield the options of a cell, those with the separator in them as well as a draft can tell."""
    joined = [option for option in known if separator in option]
    split = split_options(cell, separator, joined)
    if separator != ",":
        yield from split.options
        return
    for text in (*split.options, *split.unsplit):
        yield from [text] if text in joined else _at_commas(text, known)


def _at_commas(text: str, known: Collection[str]) -> Iterator[str]:
    """Yield the options of a list; what follows in small letters or within parentheses goes on with the one before."""
    folded, option = {*map(fold, known)}, ""
    for piece in map(str.strip, text.split(",")):
        small = piece[:1].islower() and option[:1].isupper() and fold(piece) not in folded
        if option and (small or option.count("(") > option.count(")")):
            option = f"{option}, {piece}"
            continue
        if option:
            yield option
        option = piece
    if option:
        yield option
