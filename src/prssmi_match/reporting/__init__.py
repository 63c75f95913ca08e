"""Reports: one neutral document of sections, rendered as a page, as Markdown or as a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.document import Data, Report
from prssmi_match.reporting.sections import build_part, build_sections
from prssmi_match.reporting.workbook.sheets import build_sheets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.document import Content
    from prssmi_match.solution.part import Part
    from prssmi_match.solution.result import Result

__all__ = ["build_part", "build_parts_report", "build_report"]


def build_report(result: Result, parts: Sequence[Part] = (), *, title: str | None = None) -> Report:
    """Return the report of a result; the same result and parts give the same report to the byte.

    Parameters
    ----------
    result : Result
        Of a match, with a matching or without.
    parts : sequence of Part
        What was worked out besides: reasons, a diagnosis, other answers, ...; each has a section of its own.
    title : str, optional
        Its title; by default the problem's name.

    Raises
    ------
    TypeError
        If a part is of a type that has no section.
    """
    sections = build_sections(result, parts)
    name = Data(title) if title else _title(result.problem)
    return Report(name, sections, subtitle="Matching report", sheets=build_sheets(result, parts))


def build_parts_report(problem: Problem, parts: Sequence[Part], *, subtitle: str) -> Report:
    """Return a report of parts alone, in their order, where no result is told of.

    Raises
    ------
    TypeError
        If a part is of a type that has no section.
    """
    sections = tuple(section for part in parts for section in build_part(problem, part))
    return Report(_title(problem), sections, subtitle=subtitle)


def _title(problem: Problem) -> Content:
    return Data(problem.name) if problem.name else "Mentee and mentor sites"
