"""What is written of a plan beside the plan itself: calendar files, and a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.api import report
from prssmi_match.cli.days import day_or_today
from prssmi_match.cli.streams import note
from prssmi_match.reporting import build_parts_report
from prssmi_match.reporting.calendars import write_calendars

if TYPE_CHECKING:
    from argparse import Namespace

    from prssmi_match.solution.result import Result
    from prssmi_match.solution.schedule import Schedule

__all__ = ["write_planned"]


def write_planned(result: Result, plan: Schedule, arguments: Namespace) -> None:
    """Write the report, and where there are dates the calendar files, to the folders that were asked for.

    The report is that of the match with the dates in it; of dates alone, where the matching was given.
    """
    if arguments.report:
        whole = arguments.matching is None
        told = report(result, [plan]) if whole else build_parts_report(plan.problem, [plan], subtitle="Dates")
        note(f"Report: {', '.join(map(str, told.write(arguments.report)))}")
    if arguments.ics and plan.has_dates:
        files = write_calendars(plan, arguments.ics, day_or_today(arguments))
        note(f"Calendars: {len(files)} files in {arguments.ics}")
