"""Telling what came out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.reporting.document import Report
    from prssmi_match.solution.part import Part
    from prssmi_match.solution.result import Result

__all__ = ["report"]


def report(
    result: Result, parts: Sequence[Part] = (), *, title: str | None = None, time_limit: float | None = 60.0
) -> Report:
    """Return a document about a result, to be rendered as Markdown or HTML or written to a folder.

    The reasons of an answer, or the diagnosis where there is none, are worked out unless they are among the parts.

    Parameters
    ----------
    parts : sequence of Part
        What else it is to tell: a diagnosis, reasons, other answers, questions of ``whatif``, a comparison.
    title : str or None
        Its title; by default the problem's name.
    time_limit : float or None
        Seconds for what has to be solved again: whose seat turned on what a tier gave up, and the reasons; or the
        diagnosis. What was not worked out by then says so.

    Raises
    ------
    TypeError
        If a part is of a type that a report does not tell of.
    """
    from prssmi_match.explanation.report_parts import with_reasons
    from prssmi_match.reporting import build_report
    from prssmi_match.solving import Budget

    return build_report(*with_reasons(result, parts, Budget(time_limit)), title=title)
