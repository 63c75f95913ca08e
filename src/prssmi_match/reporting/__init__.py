"""Reports: one neutral document of sections, rendered as a page or as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.document import Data, Report
from prssmi_match.reporting.sections import SECTIONS

if TYPE_CHECKING:
    from prssmi_match.solution.result import Result

__all__ = ["build_report"]


def build_report(result: Result, *, title: str | None = None) -> Report:
    """Return the report of a result; the same result gives the same report to the byte.

    Parameters
    ----------
    result : Result
        Of a match, with a matching or without.
    title : str, optional
        Its title; by default the problem's name.
    """
    sections = tuple(section for build in SECTIONS if (section := build(result)) is not None)
    name = title or result.problem.name
    return Report(Data(name) if name else "Mentee and mentor sites", sections, subtitle="Matching report")
