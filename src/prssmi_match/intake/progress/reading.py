"""The table of what was reported: a file, a sheet or a data frame to reports, or to all findings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from prssmi_match.errors import Finding
from prssmi_match.intake.exports import read_sheet
from prssmi_match.intake.files import load
from prssmi_match.intake.frame_grid import frame_grid
from prssmi_match.intake.grid import as_grid
from prssmi_match.intake.progress.plan import TABLE, plan_of
from prssmi_match.intake.progress.row import read_report
from prssmi_match.intake.reading import stop_at_errors
from prssmi_match.intake.table import read_table
from prssmi_match.problem.wording.milestones import milestone_title

if TYPE_CHECKING:
    import os
    from datetime import date

    import pandas as pd

    from prssmi_match.intake.grid import Grid
    from prssmi_match.intake.progress.plan import Plan
    from prssmi_match.intake.table import TableReading
    from prssmi_match.problem.progress import Report
    from prssmi_match.solution.schedule import Schedule

__all__ = ["PROGRESS", "Progress", "progress_from_frame", "read_progress"]

PROGRESS = "progress.csv"
"""What the file is called where it lies in a folder of tables."""
_SHEET = "progress"


@dataclass(frozen=True, slots=True)
class Progress:
    """What was reported.

    Parameters
    ----------
    reports : tuple of Report
        Those of all rows without an error, in the order of the table.
    findings : tuple of Finding
        All errors and warnings, in the order of the table.
    """

    reports: tuple[Report, ...]
    findings: tuple[Finding, ...] = ()

    def required(self) -> Progress:
        """Return the reports themselves.

        Raises
        ------
        ProblemError
            With all findings, where one is an error.
        """
        stop_at_errors(self.findings)
        return self


def read_progress(
    path: str | os.PathLike[str], schedule: Schedule, *, as_of: date, encoding: str | None = None
) -> Progress:
    """Return what a file states: a CSV file, or a workbook, its sheet ``progress`` or else its first.

    Parameters
    ----------
    path : path
        The file. Columns: ``site``, ``milestone``, and where there is something to say ``session``, ``date``,
        ``people``, ``done`` and ``note``.
    schedule : Schedule
        Names the sites and sessions.
    as_of : datetime.date
        The day after which nothing can have been reported.
    encoding : str, optional
        Of a text file that is not UTF-8.

    Raises
    ------
    MissingExtraError
        A workbook, and openpyxl is not installed.
    """
    grid = _grid(Path(path), encoding)
    return Progress((), grid) if isinstance(grid, tuple) else _read(grid, plan_of(schedule, as_of))


def progress_from_frame(frame: pd.DataFrame, schedule: Schedule, *, as_of: date) -> Progress:
    """Return what a data frame states, with the columns of the file; see :func:`read_progress`.

    Raises
    ------
    TypeError
        It is not a data frame.
    """
    return _read(frame_grid("progress", frame), plan_of(schedule, as_of))


def _grid(path: Path, encoding: str | None) -> Grid | tuple[Finding, ...]:
    data = load(path)
    if isinstance(data, Finding):
        return (data,)
    read = read_sheet(data, path.name, sheet=_SHEET, encoding=encoding)
    if isinstance(read, Finding) and read.code == "missing_table":
        read = read_sheet(data, path.name)
    if isinstance(read, Finding):
        return (read,)
    sheet, findings = read
    if findings:
        return tuple(findings)
    grid = as_grid(sheet)
    return (grid,) if isinstance(grid, Finding) else grid


def _read(grid: Grid, plan: Plan) -> Progress:
    reading = read_table(TABLE, grid)
    reports: dict[int, Report] = {}
    for number, row in enumerate(reading.rows):
        report, complaints = read_report(row, plan)
        for column, complaint in complaints:
            if (number, column) not in reading.settled:
                reading.complain(number, column, complaint.code, complaint.expected, complaint.sentence)
        if report is not None:
            reports[number] = report
    _repeats(reading, reports)
    _cautions(reading, reports, plan)
    findings = tuple(finding for _, finding in sorted(reading.findings, key=lambda pair: pair[0]))
    wrong = {line for (line, _), finding in reading.findings if finding.severity == "error"}
    sound = (report for number, report in reports.items() if reading.written[number] not in wrong)
    return Progress(tuple(sound), findings)


def _repeats(reading: TableReading, reports: dict[int, Report]) -> None:
    """Note a second row that says the same of a milestone: nobody knows which one counts."""
    first: dict[tuple[str, str, str | None, bool], int] = {}
    for number, report in reports.items():
        earlier = first.setdefault((report.site, report.milestone, report.session, report.done), number)
        if earlier != number:
            before = reading.grid.rows[reading.written[earlier]].place
            title = milestone_title(report.milestone, report.session)
            sentence = f"{title} of {report.site!r} is reported already, in {before}; keep one of the two."
            reading.complain(number, "site", "duplicate_report", "one row", sentence)


def _cautions(reading: TableReading, reports: dict[int, Report], plan: Plan) -> None:
    """Note what disagrees with something that is stated elsewhere: that is told, and refused nowhere."""
    teams = {report.site: report.people for report in reports.values() if report.milestone == "team"}
    for number, report in reports.items():
        planned = report.site in (plan.mentors if report.milestone == "training" else plan.sessions)
        if not planned:
            sentence = f"{report.site!r} has no place in the plan, so nothing is expected of it; the row is left out."
            _warn(reading, number, "site", "not_in_plan", "a site of the plan", sentence)
            continue
        site = plan.problem.mentee_by_id.get(report.site)
        team = None if site is None else teams.get(report.site) or site.team_size
        if report.milestone not in {"team", "training"} and team and (report.people or 0) > team:
            sentence = f"{report.people} people are more than the team of {report.site!r}, which has {team}."
            _warn(reading, number, "people", "more_than_team", f"at most {team}", sentence)


def _warn(  # noqa: PLR0913, PLR0917 - the fields of a finding
    reading: TableReading, number: int, column: str, code: str, expected: str, sentence: str
) -> None:
    place = reading.place(number, column)
    finding = Finding(code, place.words, place.found, expected, sentence, "warning", place.spot)
    reading.findings.append((place.rank, finding))
