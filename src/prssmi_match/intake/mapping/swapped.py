"""The two opposite layouts of rankings: which one the cells show, so that a wrong one is never read in silence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from prssmi_match.intake.columns import Kind
from prssmi_match.intake.complaint import Complaint
from prssmi_match.intake.mapping.items import Item
from prssmi_match.intake.mapping.vocabulary import meaning
from prssmi_match.intake.surveys.survey import Layout
from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.errors import Finding
    from prssmi_match.intake.mapping.questions import Source
    from prssmi_match.intake.mapping.vocabulary import Vocabulary
    from prssmi_match.intake.surveys.survey import Response, Survey

__all__ = ["swapped_ranking"]


def swapped_ranking(
    source: Source, survey: Survey, responses: Sequence[Response], vocabulary: Vocabulary
) -> Finding | None:
    """Return a finding where the cells of a ranking show the opposite of its layout."""
    if source.column.kind is not Kind.GROUPS:
        return None
    parts = [part for part in source.parts if not part.other]
    cells = [(part, str(cell)) for r in responses for part in parts if (cell := r.cell(part)) is not None]
    numbers = [text for _, text in cells if re.fullmatch(r"\d{1,3}(\.0+)?", text)]
    levels = {fold(words) for words in source.mapped.levels}
    items = [text for part, text in cells if _is_item(source, Item(part, text, (text,)), vocabulary)]
    match source.layout:
        case Layout.RANK_COLUMNS if numbers and not items:
            held, meant, other = "numbers", "a site at each rank", Layout.ITEM_COLUMNS
        case Layout.ITEM_COLUMNS if items and not numbers and not any(fold(text) in levels for _, text in cells):
            held, meant, other = "sites", "the rank of each site", Layout.RANK_COLUMNS
        case _:
            return None
    sentence = (
        f"The ranking {source.question!r} is read as {meant} (layout {source.layout.value}), but its cells hold "
        f"{held}. "
        f'Set layout = "{other.value}" for {source.column.name} in the mapping, if each column is one '
        f"{'site' if other is Layout.ITEM_COLUMNS else 'rank'}."
    )
    if numbers:
        sentence += f" If the numbers are codes of sites, say under answers of {source.column.name} which site each is."
    found = (numbers or items)[0]
    return survey.sheet.finding(
        "swapped_ranking", sentence, row=survey.sheet.rows[0], found=found, expected=f"layout {other.value}"
    )


def _is_item(source: Source, item: Item, vocabulary: Vocabulary) -> bool:
    return not isinstance(meaning(source, item, vocabulary), Complaint)
