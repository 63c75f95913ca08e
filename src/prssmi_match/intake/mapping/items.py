"""The cells of a response to the options and items that they state, each with its place: no meaning yet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.intake.complaint import Complaint
from prssmi_match.intake.mapping.options import split_options
from prssmi_match.intake.numbers import read_whole
from prssmi_match.intake.surveys.survey import Layout
from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from prssmi_match.intake.mapping.questions import Source
    from prssmi_match.intake.surveys.survey import Part, Response, Survey

__all__ = ["Item", "Stated", "items_of"]

_OTHER = re.compile(r"-oth-|other\b.*", re.IGNORECASE | re.DOTALL)
_NOTHING = {"n/a", "na", "-", "not ranked", "no answer"}


@dataclass(frozen=True, slots=True)
class Item:
    """An option or item that was stated: its column, its text, and all names that it may be known by."""

    part: Part
    text: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """An item with its number: its rank, its level, or its place in the cell."""

    item: Item
    number: int


def items_of(
    source: Source, response: Response, survey: Survey, options: Collection[str]
) -> Iterator[Stated | tuple[Part, Complaint]]:
    """Yield what the columns of a question state, or a column with what is wrong in it.

    Parameters
    ----------
    options : collection of str
        All texts that are known as one option.
    """
    match source.layout:
        case Layout.SINGLE:
            yield from _single(source, response)
        case Layout.CHECKED:
            yield from _checked(source, response, survey)
        case Layout.LISTED | Layout.ORDERED:
            yield from _listed(source, response, survey, options)
        case Layout.RANK_COLUMNS:
            parts = [part for part in source.parts if not part.other]
            for rank, part in enumerate(parts, start=1):
                if not _is_nothing(text := _text(response, part)):
                    yield Stated(_typed(part, text), rank)
        case Layout.ITEM_COLUMNS:
            yield from _rated(source, response)


def _single(source: Source, response: Response) -> Iterator[Stated]:
    main = [part for part in source.parts if not part.other]
    other = [part for part in source.parts if part.other and _text(response, part)]
    for part in [*other, *main][:1]:
        text = _text(response, part)
        if text and text != "-oth-":
            yield Stated(_typed(part, text), 1)


def _checked(source: Source, response: Response, survey: Survey) -> Iterator[Stated | tuple[Part, Complaint]]:
    typed = [part for part in source.parts if part.other and _text(response, part)]
    beside = {part.key for part in typed}
    chosen, not_chosen = {*survey.marks.chosen}, {*survey.marks.not_chosen}
    for part in source.parts:
        mark = fold(_text(response, part))
        if part.other or not mark or mark in not_chosen or (part.key and part.key in beside):
            continue
        if mark in chosen or mark in {fold(part.text), fold(part.key)}:
            yield Stated(_offered(part), 1)
        else:
            words = f"{_text(response, part)!r} does not say whether {part.text or part.key!r} was chosen."
            sentence = f"{words} Is the layout another one than checked?"
            yield part, Complaint("unclear_mark", "a mark, the option's own text, or nothing", sentence)
    yield from (Stated(_typed(part, _text(response, part)), 1) for part in typed)


def _listed(
    source: Source, response: Response, survey: Survey, options: Collection[str]
) -> Iterator[Stated | tuple[Part, Complaint]]:
    typed = [part for part in source.parts if part.other and _text(response, part)]
    main = next((part for part in source.parts if not part.other), source.parts[0])
    listed = "" if main.other else _text(response, main)
    split = split_options(listed, source.mapped.separator or survey.separator, options)
    if split.ambiguous:
        sentence = "The cell can be read as different options; say under answers of the mapping which are meant."
        yield main, Complaint("ambiguous_list", "options that can be told apart", sentence)
        return
    for text in split.unsplit:
        sentence = (
            f"{text!r} holds commas and no known option; it is not split, since a comma can be part of an option. "
            f"List the options under answers of {source.column.name} in the mapping."
        )
        yield main, Complaint("unsplit_list", "known options", sentence)
    texts = [text for text in split.options if not (typed and _OTHER.fullmatch(text))]
    for place, text in enumerate(texts, start=1):
        yield Stated(_typed(main, text), place)
    for place, part in enumerate(typed, start=len(texts) + 1):
        yield Stated(_typed(part, _text(response, part)), place)


def _rated(source: Source, response: Response) -> Iterator[Stated | tuple[Part, Complaint]]:
    levels = {fold(words): level for words, level in source.mapped.levels.items()}
    for part in source.parts:
        text = _text(response, part)
        if part.other or (_is_nothing(text) and fold(text) not in levels):
            continue
        number = levels[fold(text)] if fold(text) in levels else read_whole(text)
        if isinstance(number, Complaint):
            sentence = (
                f"{text!r} is not a rank or level. If it stands for one, say which under levels of "
                f"{source.column.name} in the mapping; if the cells hold items, the layout is rank_columns."
            )
            yield part, Complaint(number.code, "a whole number", sentence)
        elif number or fold(text) not in levels:
            yield Stated(_offered(part), number)


def _offered(part: Part) -> Item:
    label = part.text or part.key
    return Item(part, label, tuple(name for name in (part.key, part.text) if name))


def _typed(part: Part, text: str) -> Item:
    return Item(part, text, (text,))


def _text(response: Response, part: Part) -> str:
    content = response.cell(part)
    return "" if content is None else str(content).strip()


def _is_nothing(text: str) -> bool:
    return not text or fold(text) in _NOTHING
