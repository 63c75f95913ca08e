"""Which layouts a field can be read from, and which is meant where none is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.intake.columns import Kind
from prssmi_match.intake.surveys.survey import Layout

if TYPE_CHECKING:
    from prssmi_match.intake.mapping.model import FieldMapping
    from prssmi_match.intake.surveys.survey import Part, Survey

__all__ = ["default_layout", "layouts_of"]

_SEVERAL = (Layout.CHECKED, Layout.LISTED)
_RANKED = (Layout.RANK_COLUMNS, Layout.ITEM_COLUMNS, Layout.ORDERED)


def layouts_of(kind: Kind) -> tuple[Layout, ...]:
    """Return the layouts that a kind of field can be read from."""
    match kind:
        case Kind.CHOICES | Kind.IDS:
            return _SEVERAL
        case Kind.GROUPS:
            return _RANKED
        case Kind.TOPICS:
            return (Layout.ITEM_COLUMNS, *_SEVERAL)
        case _:
            return (Layout.SINGLE,)


def default_layout(kind: Kind, mapped: FieldMapping, parts: tuple[Part, ...], survey: Survey) -> Layout:
    """Return the layout that is meant where none is named: by the field, the number of columns and the system."""
    main = [part for part in parts if not part.other]
    lone = len(main) == 1 and not main[0].key
    match kind:
        case Kind.CHOICES | Kind.IDS:
            return Layout.LISTED if lone else Layout.CHECKED
        case Kind.GROUPS if isinstance(mapped.question, dict):
            return Layout.ITEM_COLUMNS
        case Kind.GROUPS if isinstance(mapped.question, tuple):
            return Layout.RANK_COLUMNS
        case Kind.GROUPS:
            return Layout.ORDERED if lone and survey.ranking is not Layout.ITEM_COLUMNS else survey.ranking
        case Kind.TOPICS:
            return Layout.LISTED if lone else Layout.ITEM_COLUMNS
        case _:
            return Layout.SINGLE
