"""A data frame to a grid: numpy's values as Python's own."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from prssmi_match.intake.grid import Grid, Row
from prssmi_match.intake.numbers import plain

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["frame_grid", "native_value"]


def frame_grid(table: str, frame: pd.DataFrame) -> Grid:
    """Return the cells of a data frame as a table; an index that has a name is a column.

    Raises
    ------
    TypeError
        It is not a data frame.
    """
    import pandas as pd

    if not isinstance(frame, pd.DataFrame):
        message = f"{table} should be a pandas.DataFrame, not {type(frame).__name__}"
        raise TypeError(message)
    labels = [str(label) for label in frame.index]
    named = [level for level in frame.index.names if level is not None]
    full = frame.reset_index(level=named, allow_duplicates=True) if named else frame
    blank = full.isna().to_numpy()
    rows = (
        Row(
            f"index {label}",
            tuple(None if empty else _content(cell) for cell, empty in zip(cells, empties, strict=True)),
        )
        for label, cells, empties in zip(labels, full.itertuples(index=False, name=None), blank, strict=True)
    )
    return Grid(f"{table} frame", tuple(str(column).strip() for column in full.columns), tuple(rows), header_place="")


def _content(value: object) -> object:
    """Return a single value as the text that a file would hold, and anything else as it is."""
    match own := native_value(value):
        case str():
            return own.strip() or None
        case bool():
            return str(own)
        case int() | float() | Decimal():
            return plain(own)
        case _:
            return own


def native_value(value: Any) -> Any:  # noqa: ANN401 - a frame holds anything
    """Return Python's own value for one of numpy's, lists for other sequences, inside lists and dictionaries too."""
    if callable(tolist := getattr(value, "tolist", None)):
        return native_value(tolist())
    match value:
        case Mapping():
            return {key: native_value(item) for key, item in value.items()}
        case list() | tuple():
            return [native_value(item) for item in value]
        case set() | frozenset():
            return sorted((native_value(item) for item in value), key=str)
        case _:
            return value
