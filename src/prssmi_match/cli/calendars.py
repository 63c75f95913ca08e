"""The calendar that belongs to an input: named by an argument, or lying in its folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from prssmi_match.errors import ProblemError
from prssmi_match.intake import Reading, examine_calendar, read_calendar
from prssmi_match.intake.calendars import CALENDAR

if TYPE_CHECKING:
    from argparse import Namespace

    from prssmi_match.problem.calendar import Calendar
    from prssmi_match.problem.document import Problem

__all__ = ["calendar_of", "refusing", "with_calendar"]


def calendar_of(arguments: Namespace) -> Calendar:
    """Return the calendar of a command that plans dates; what is to be known besides is told.

    Raises
    ------
    ProblemError
        With all findings.
    """
    stated = arguments.calendar
    if stated is None and not (Path(arguments.input) / CALENDAR).is_file():
        arguments.refuse(f"give the calendar: a TOML file, such as {CALENDAR} in the folder of the input")
    return read_calendar(arguments.input if stated is None else stated, encoding=arguments.encoding)


def with_calendar(reading: Reading, arguments: Namespace) -> Reading:
    """Return what an input states, with rules against the pairs that have no days in common, where that is asked for.

    A calendar that is named asks for it; one that lies in the folder of the input does where it says so.
    """
    named = getattr(arguments, "visits_in", None)
    own = Path(arguments.input) / CALENDAR
    if named is None and not (hasattr(arguments, "visits_in") and own.is_file()):
        return reading
    read = examine_calendar(own if named is None else named, encoding=arguments.encoding)
    if reading.problem is None or read.calendar is None:
        return Reading(None, (*reading.findings, *read.findings), reading.notes)
    if named is None and not read.calendar.refuse_pairs:
        return reading
    try:
        problem, note = refusing(reading.problem, read.calendar)
    except ProblemError as error:
        return Reading(None, (*reading.findings, *error.findings), reading.notes)
    return replace(reading, problem=problem, notes=(*reading.notes, note))


def refusing(problem: Problem, calendar: Calendar) -> tuple[Problem, str]:
    """Return the problem with rules against pairs that have no days in common for a visit, and what to tell of it."""
    from prssmi_match.planning.windows import with_visit_windows

    refused = with_visit_windows(problem, calendar)
    count = len(refused.rules) - len(problem.rules)
    told = "1 pair has" if count == 1 else f"{count} pairs have"
    return refused, f"{told} no days in common for a visit, and {'is' if count == 1 else 'are'} refused."
