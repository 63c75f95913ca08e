"""The arguments of the commands for what follows a match: dates, milestones, the survey at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.cli.choices import INPUT
from prssmi_match.cli.inputs import add_as_of, add_input, add_matched
from prssmi_match.cli.values import natural

if TYPE_CHECKING:
    import argparse

__all__ = ["add_milestones", "add_schedule", "add_survey"]


def add_schedule(command: argparse.ArgumentParser) -> None:
    """Add the arguments of ``schedule``."""
    add_matched(command, visits_in=False)
    command.add_argument(
        "calendar", nargs="?", help="when dates can be, as TOML or JSON (default: calendar.toml of a folder)"
    )
    command.add_argument(
        "--matching", metavar="FILE", help="the announced result or matching as JSON, instead of matching anew"
    )
    command.add_argument(
        "--announced", metavar="FILE", help="the announced schedule as JSON: as few of its dates as possible are moved"
    )
    command.add_argument(
        "--no-repairs", dest="repairs", action="store_false", help="do not look for what would settle it"
    )
    command.add_argument("-o", "--output", help="write the schedule as JSON to this file; - for standard output")
    command.add_argument(
        "--ics",
        metavar="FOLDER",
        help="write calendar files, one a site and one of everything; what stands there is updated",
    )
    add_as_of(command)
    command.add_argument("--report", metavar="FOLDER", help="write a report with the dates to this folder as well")


def add_milestones(command: argparse.ArgumentParser) -> None:
    """Add the arguments of ``milestones``."""
    add_input(command, visits_in=False)
    command.add_argument("--calendar", metavar="FILE", help="that of the schedule (default: calendar.toml of a folder)")
    command.add_argument("schedule", help="the announced schedule as JSON")
    command.add_argument("progress", help="what was reported: a .csv file, or a workbook with a sheet progress")
    add_as_of(command)
    command.add_argument(
        "--soon", type=natural, default=14, metavar="DAYS", help="days ahead that count as due (default: %(default)s)"
    )
    command.add_argument("--report", metavar="FOLDER", help="write a report to this folder as well")


def add_survey(command: argparse.ArgumentParser) -> None:
    """Add the arguments of ``survey``."""
    command.add_argument("input", nargs="?", help=f"{INPUT}; without it, the text of the survey is printed")
    command.add_argument("matching", nargs="?", help="the announced result or matching as JSON")
    command.add_argument("answers", nargs="?", help="the export of the survey, from any survey system that is read")
    command.add_argument("--system", help="the survey system (default: recognized)")
    command.add_argument("--encoding", help="encoding of text files that are not UTF-8")
    command.add_argument("--overrides", metavar="FILE", help="decisions that were applied")
    command.add_argument("--round", type=natural, metavar="N", help="the number of this round, such as its year")
    command.add_argument("-o", "--output", metavar="FILE", help="with --round: write history.csv for the next round")
