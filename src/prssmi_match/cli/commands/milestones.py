"""What has become of the milestones of an announced schedule by a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.cli.asking import tell
from prssmi_match.cli.dated import problem_and_calendar
from prssmi_match.cli.days import day_or_today
from prssmi_match.cli.exit_codes import ExitCode
from prssmi_match.cli.streams import note, read_text
from prssmi_match.intake import parse_schedule
from prssmi_match.intake.progress import read_progress
from prssmi_match.planning.milestones import milestone_status
from prssmi_match.reporting import build_parts_report

if TYPE_CHECKING:
    from argparse import Namespace

__all__ = ["run"]


def run(arguments: Namespace) -> ExitCode:
    """Hold what was reported against the schedule, and tell what is done, overdue and not known."""
    as_of = day_or_today(arguments)
    problem, calendar = problem_and_calendar(arguments)
    schedule = parse_schedule(read_text(arguments.schedule), problem, calendar, arguments.schedule)
    progress = read_progress(arguments.progress, schedule, as_of=as_of, encoding=arguments.encoding).required()
    for finding in progress.findings:
        note(str(finding))
    milestones = milestone_status(schedule, progress.reports, as_of, soon=arguments.soon)
    if arguments.report:
        files = build_parts_report(problem, (milestones, schedule), subtitle="Milestones").write(arguments.report)
        note(f"Report: {', '.join(map(str, files))}")
    tell(problem, milestones, arguments)
    return ExitCode.DONE
