"""A sheet before it is written: a plain table, a record a row, that can be sorted and filtered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from prssmi_match.reporting.document import Number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prssmi_match.reporting.document import Tone

__all__ = ["Cell", "Sheet", "SheetColumn"]

Cell = str | int | float | Number | None
"""Text stays text, a number a number; a :class:`Number` shows its mark and counts without it; None is blank."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of a sheet.

    Parameters
    ----------
    title : str
        Its header.
    is_prose : bool
        Whether it holds sentences, which are given room.
    scale : tuple of int or None
        The values that are colored least and most.
    tones : mapping of str to Tone
        Texts that are set off by a color, and how; the text says the same.
    """

    title: str
    is_prose: bool = False
    scale: tuple[int, int] | None = None
    tones: Mapping[str, Tone] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet.

    Parameters
    ----------
    id : str
        Of the section of the report in whose place it stands, or a name of its own.
    title : str
        What its tab says.
    about : str
        What a row is, for the list of sheets.
    columns : tuple of SheetColumn
        The first two stay in sight.
    rows : tuple of tuple of Cell
        As many cells as columns.
    notes : tuple of str
        What is said below the table.
    """

    id: str
    title: str
    about: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
