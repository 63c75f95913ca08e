"""Findings as a data frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from prssmi_match.errors import Finding

__all__ = ["COLUMNS", "findings_frame"]

COLUMNS = (
    "severity", "file", "sheet", "row", "column", "cell", "question", "found", "expected", "sentence", "code", "place"
)  # fmt: skip
"""The columns of the frame."""


def findings_frame(findings: Iterable[Finding]) -> pd.DataFrame:
    """Return one row a finding, in the order given.

    Parameters
    ----------
    findings : iterable of Finding
        Of any inputs.

    Returns
    -------
    pandas.DataFrame
        Columns :data:`COLUMNS`. ``row`` is counted as a spreadsheet does, and missing where there is none; every other
        column is text, empty where there is nothing to say.
    """
    from prssmi_match.solution.frame import table

    nowhere: dict[str, object] = {"file": "", "sheet": "", "row": None, "column": "", "cell": "", "question": ""}
    frame = table([{**nowhere, **finding.as_dict()} for finding in findings], COLUMNS)
    return frame.astype({"row": "Int64"})
