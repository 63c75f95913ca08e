"""Sheets with more than the report's tables have: every value in a column of its own, with ids; one file each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.workbook.sheets.answers import answers_sheet
from prssmi_match.reporting.workbook.sheets.loads import loads_sheet
from prssmi_match.reporting.workbook.sheets.points import points_sheet
from prssmi_match.reporting.workbook.sheets.reasons import reasons_sheet, unmatched_sheet
from prssmi_match.reporting.workbook.sheets.to_settle import to_settle_sheet
from prssmi_match.solution.explanation import Explanation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.reporting.workbook.sheet import Sheet
    from prssmi_match.solution.part import Part
    from prssmi_match.solution.result import Result

__all__ = ["build_sheets"]


def build_sheets(result: Result, parts: Sequence[Part]) -> tuple[Sheet, ...]:
    """Return the sheets of an answer in reading order; none without a matching."""
    if not result.has_matching:
        return ()
    reasons = next((part for part in parts if isinstance(part, Explanation)), None)
    sheets = (
        answers_sheet(result),
        points_sheet(result),
        None if reasons is None else reasons_sheet(result.problem, reasons),
        None if reasons is None else unmatched_sheet(result, reasons),
        loads_sheet(result),
        to_settle_sheet(result),
    )
    return tuple(sheet for sheet in sheets if sheet is not None)
