"""An input together with the calendar that belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.cli.calendars import calendar_of
from prssmi_match.cli.streams import input_problem
from prssmi_match.errors import ProblemError
from prssmi_match.planning.references import reference_findings

if TYPE_CHECKING:
    from argparse import Namespace

    from prssmi_match.errors import Finding
    from prssmi_match.problem.calendar import Calendar
    from prssmi_match.problem.document import Problem

__all__ = ["problem_and_calendar"]


def problem_and_calendar(arguments: Namespace) -> tuple[Problem, Calendar]:
    """Return what a command plans dates for, and when they can be.

    Raises
    ------
    ProblemError
        With the findings of both; where both can be read, with every site of the calendar that the input does not have.
    """
    try:
        problem = input_problem(arguments)
    except ProblemError as error:
        raise ProblemError([*error.findings, *_findings_of_calendar(arguments)]) from None
    calendar = calendar_of(arguments)
    if unknown := reference_findings(problem, calendar):
        raise ProblemError(unknown)
    return problem, calendar


def _findings_of_calendar(arguments: Namespace) -> tuple[Finding, ...]:
    try:
        calendar_of(arguments)
    except ProblemError as error:
        return error.findings
    return ()
