"""The reasons behind a grid as JSON for the script of the page: each sentence once, with places for the two names."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from prssmi_match.reporting.characters import without_controls

if TYPE_CHECKING:
    from prssmi_match.reporting.document import Data
    from prssmi_match.reporting.grid import Grid

__all__ = ["COLUMN_NAME", "ROW_NAME", "grid_data"]

ROW_NAME, COLUMN_NAME = "\x01", "\x02"
"""What stands for the names of the row and the column. Control characters: no text of a page holds them otherwise."""


def grid_data(grid: Grid) -> str:
    """Return the names, notes and reasons of a grid, so that ``<``, ``>`` and ``&`` are never among its characters.

    A cohort of 200 x 60 has 12,000 reasons that differ mostly in the names; each is written once, and each cell holds
    its number. Putting the names back in gives the same text, whatever the names are.
    """
    rows, columns = _texts(grid.rows), _texts(grid.columns)
    numbers: dict[str, int] = {}
    cells = [
        [
            numbers.setdefault(_shortened(cell.reason, row, column), len(numbers))
            for column, cell in zip(columns, cells, strict=True)
        ]
        for row, cells in zip(rows, grid.cells, strict=True)
    ]
    data = {
        "rows": rows,
        "columns": columns,
        "rowPlaces": [name.place for name in grid.rows],
        "columnPlaces": [name.place for name in grid.columns],
        "rowNotes": [without_controls(note) for note in grid.row_notes],
        "columnNotes": [without_controls(note) for note in grid.column_notes],
        "reasons": list(numbers),
        "cells": cells,
    }
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _texts(names: tuple[Data, ...]) -> list[str]:
    return [without_controls(name.text) for name in names]


def _shortened(reason: str, row: str, column: str) -> str:
    """Put the marks in the place of the names, the longer name first, as it may hold the other one."""
    text = without_controls(reason)
    for name, mark in sorted(((row, ROW_NAME), (column, COLUMN_NAME)), key=lambda pair: -len(pair[0])):
        text = text.replace(name, mark) if name else text
    return text
