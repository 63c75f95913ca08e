"""The layout of a ranking, by what stands in its cells and above them; it is never taken for granted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from prssmi_match.intake.guess.asked import is_nothing, text_of
from prssmi_match.intake.guess.phrases import ORDINALS
from prssmi_match.intake.surveys import Layout
from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from prssmi_match.intake.guess.asked import Asked, Export

__all__ = ["is_number", "ranking_layout"]

_WHOLE = re.compile(r"\d{1,3}(\.0+)?")


def is_number(text: str) -> bool:
    """Whether a text is a whole number that can be a rank or level."""
    return _WHOLE.fullmatch(text) is not None


def ranking_layout(asked: Asked, export: Export) -> tuple[Layout, str] | None:
    """Return the layout that the cells of a ranking show, with what is doubtful; None where it is no ranking.

    Where the cells show none, it is the one that the survey system writes.
    """
    if asked.is_lone:
        lists = any(export.survey.separator in cell for cell in export.answered(asked))
        return Layout.ORDERED, "" if lists else "no cell lists several sites"
    usual = _usual(asked, export)
    cells = [text for text in export.answered(asked) if not is_nothing(text)]
    numbers = [text for text in cells if is_number(text)]
    ranked = all(_says_number(part.text or part.key) for part in asked.columns)
    if not cells:
        return usual, "nobody has answered, so the cells do not show which one it is"
    if len(numbers) == len(cells):
        return _of_numbers(asked, export, usual, ranked=ranked)
    if numbers:
        return usual, "some cells hold numbers, and some do not"
    if not ranked and all(_says_number(text) for text in cells):
        return Layout.ITEM_COLUMNS, ""  # such as "1st choice"
    return None if asked.form == "items" else (Layout.RANK_COLUMNS, "")


def _usual(asked: Asked, export: Export) -> Layout:
    if asked.form == "ranks":
        return Layout.RANK_COLUMNS
    system = export.survey.ranking
    return Layout.ITEM_COLUMNS if asked.form == "items" or system is Layout.ORDERED else system


def _of_numbers(asked: Asked, export: Export, usual: Layout, *, ranked: bool) -> tuple[Layout, str]:
    """Return the layout of numbers, which may be ranks of items or codes of items.

    Ranks begin with 1 in every row, and are at most as many as the items; codes fill the ranks from the first on, each
    once. Columns with words are items.
    """
    rows = [[text_of(response, part) for part in asked.columns] for response in export.responses]
    rows = [["" if is_nothing(text) else text for text in row] for row in rows]
    filled = [[int(float(text)) for text in row if text] for row in rows if any(row)]
    ranks = all(min(row) == 1 and max(row) <= len(row) for row in filled)
    codes = all(all(row[: len(_given(row))]) and len({*_given(row)}) == len(_given(row)) for row in rows)
    if not ranked or (ranks and not codes):
        return Layout.ITEM_COLUMNS, _unusual(Layout.ITEM_COLUMNS, usual)
    if codes and not ranks:
        return Layout.RANK_COLUMNS, _unusual(Layout.RANK_COLUMNS, usual)
    return usual, "the cells hold numbers, which may be ranks of sites or codes of sites"


def _given(row: list[str]) -> list[str]:
    return [text for text in row if text]


def _unusual(layout: Layout, usual: Layout) -> str:
    return "" if layout is usual else "the survey system usually writes rankings in another way"


def _says_number(text: str) -> bool:
    return any(word in ORDINALS or re.search(r"\d", word) for word in re.findall(r"\w+", fold(text)))
