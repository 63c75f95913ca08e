"""How the columns of a question hold its answer: by their number, and by what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.intake.columns import Kind
from prssmi_match.intake.guess.rankings import ranking_layout
from prssmi_match.intake.surveys import Layout
from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from prssmi_match.intake.columns import Column
    from prssmi_match.intake.guess.asked import Asked, Export

__all__ = ["layout_of"]

_MOST = 0.8


def layout_of(column: Column, asked: Asked, export: Export) -> tuple[Layout, str] | None:
    """Return the layout of a question for a field, with what is doubtful about it; None where it cannot fill it."""
    match column.kind:
        case Kind.GROUPS:
            return ranking_layout(asked, export)
        case Kind.CHOICES | Kind.IDS | Kind.TOPICS if asked.is_lone:
            return Layout.LISTED, ""
        case Kind.CHOICES | Kind.IDS:
            return (Layout.CHECKED, "") if asked.form == "one" and _is_checked(asked, export) else None
        case Kind.TOPICS:
            checked = asked.form == "one" and any(export.answered(asked)) and _is_checked(asked, export)
            return (Layout.CHECKED if checked else Layout.ITEM_COLUMNS), ""
        case _:
            return (Layout.SINGLE, "") if asked.form == "one" and len(asked.columns) == 1 else None


def _is_checked(asked: Asked, export: Export) -> bool:
    """Whether the cells are marks, or the texts of their own options."""
    marks = {*export.survey.marks.chosen, *export.survey.marks.not_chosen}
    fitting = [
        fold(text) in marks | {fold(part.key), fold(part.text)}
        for part in asked.columns
        for text in export.answers(part)
    ]
    return sum(fitting) >= _MOST * len(fitting)
