"""The findings of an input: as text for people, as a data frame, and marked in a copy of the tables."""

from __future__ import annotations

from prssmi_match.reporting.findings.frame import findings_frame
from prssmi_match.reporting.findings.marked import mark_tables, mark_workbook
from prssmi_match.reporting.findings.text import findings_text

__all__ = ["findings_frame", "findings_text", "mark_tables", "mark_workbook"]
