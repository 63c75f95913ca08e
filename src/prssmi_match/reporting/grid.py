"""A grid of two sides, a cell for each pair: how strong it is, whether it is in the answer, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prssmi_match.reporting.document import Content, Data, Table

__all__ = ["STEPS", "Cell", "Grid"]

STEPS = 5
"""Strengths that a cell can have, from 0."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One pair.

    Parameters
    ----------
    shown : str
        What stands in the cell: a few characters, which say without color what the color says.
    reason : str
        What there is to tell about the pair, in whole sentences.
    step : int or None
        How strong it is, below ``STEPS``; None where the pair is not possible.
    marked : bool
        Whether it is in the answer.
    """

    shown: str
    reason: str
    step: int | None = None
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells under columns, in rows.

    Parameters
    ----------
    sides : (str, str)
        What a row is, and what a column is, in one word each.
    rows, columns : tuple of Data
        The names of the sites.
    cells : tuple of tuple of Cell
        Row by row.
    row_notes, column_notes : tuple of str
        What there is to tell about each site by itself.
    caption : Content
        What the cells show.
    legend : tuple of (str, str)
        What stands in a cell, and what it means.

    Raises
    ------
    ValueError
        If something does not fit: a bug of the section that made it.
    """

    sides: tuple[str, str]
    rows: tuple[Data, ...]
    columns: tuple[Data, ...]
    cells: tuple[tuple[Cell, ...], ...]
    row_notes: tuple[str, ...]
    column_notes: tuple[str, ...]
    caption: Content
    legend: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        rows_fit = len(self.rows) == len(self.cells) == len(self.row_notes)
        if not rows_fit or any(len(row) != len(self.columns) for row in (*self.cells, self.column_notes)):
            raise ValueError("The cells or notes of a grid do not fit its rows and columns")

    def as_table(self) -> Table:
        """Return what the cells show as a table, for formats that have nothing better."""
        from prssmi_match.reporting.document import Column, Table  # which knows grids as one of its blocks

        columns = (Column(self.sides[0]), *(Column(name) for name in self.columns))
        rows: list[tuple[Content, ...]] = [
            (name, *(cell.shown for cell in cells)) for name, cells in zip(self.rows, self.cells, strict=True)
        ]
        return Table(columns, tuple(rows), self.caption)
