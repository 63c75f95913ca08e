"""Columns of whole numbers."""

from __future__ import annotations

from numbers import Number
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from prssmi_match.problem.values import LARGEST

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from prssmi_match.scale.findings import Findings

__all__ = ["whole_numbers"]

_EXPECTED = "a whole number of at least 0"


def whole_numbers(values: pd.Series, name: str, findings: Findings) -> NDArray[np.int64]:
    """Return a column as whole numbers from 0 to 2^53; what is none is a finding, and 0 here.

    Whole numbers that are held as floats (``12.0``), as a column with a gap once was, are taken.
    """
    if not (pd.api.types.is_numeric_dtype(values.dtype) and not pd.api.types.is_bool_dtype(values.dtype)):
        return _of_objects(values, name, findings)
    known = values.to_numpy(dtype=np.float64, na_value=np.nan) if values.dtype.kind != "i" else values.to_numpy()
    with np.errstate(invalid="ignore"):
        good = (known >= 0) & (known <= LARGEST) & (known == np.floor(known))
    _tell(values, ~good, name, findings)
    if pd.api.types.is_integer_dtype(values.dtype) and good.all():
        return values.to_numpy(dtype=np.int64)
    return np.where(good, known, 0).astype(np.int64)


def _of_objects(values: pd.Series, name: str, findings: Findings) -> NDArray[np.int64]:
    """Read a column that holds anything: numbers one by one, never text."""
    told = values.to_numpy(dtype=object, na_value=np.nan)
    numbers = [_whole(value) for value in told]
    _tell(values, np.array([number is None for number in numbers], dtype=bool), name, findings)
    return np.array([number or 0 for number in numbers], dtype=np.int64)


def _whole(value: object) -> int | None:
    if isinstance(value, (bool, np.bool_)) or not isinstance(value, Number):
        return None
    try:
        whole = int(value)  # type: ignore[call-overload] # complex numbers fail below
    except (TypeError, ValueError, OverflowError):
        return None
    return whole if whole == value and 0 <= whole <= LARGEST else None


def _tell(values: pd.Series, bad: NDArray[np.bool_], name: str, findings: Findings) -> None:
    def told(position: int) -> tuple[str, object, str]:
        found = values.iloc[position]
        blank = bool(pd.isna(found)) if np.ndim(found) == 0 else False
        what = "is blank" if blank else f"is {found}"
        return f"{name}[{values.index[position]!r}]", found, f"It {what}; give {_EXPECTED}, at most 2^53."

    findings.add_where("not_whole", bad, _EXPECTED, told)
