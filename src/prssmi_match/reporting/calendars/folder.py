"""A folder of calendars: one of the cohort, one a site. What stands there already is what was published before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from prssmi_match.errors import OutputError
from prssmi_match.files import write_whole
from prssmi_match.problem.wording import label_mentee, label_mentor
from prssmi_match.reporting.calendars.plan import calendar_events, program_name
from prssmi_match.reporting.calendars.text import CalendarFile, read_calendar, write_calendar
from prssmi_match.reporting.calendars.updates import revise
from prssmi_match.reporting.file_names import site_file

if TYPE_CHECKING:
    import os
    from datetime import date

    from prssmi_match.reporting.calendars.event import Event
    from prssmi_match.reporting.calendars.plan import Planned
    from prssmi_match.solution.schedule import Schedule

__all__ = ["COHORT", "write_calendars"]

COHORT = "cohort.ics"
"""The calendar of everything."""
_OURS = (COHORT, "mentee-*.ics", "mentor-*.ics")


def write_calendars(schedule: Schedule, folder: str | os.PathLike[str], as_of: date) -> tuple[Path, ...]:
    """Write ``cohort.ics``, and ``mentee-ID.ics`` and ``mentor-ID.ics`` for each site of the schedule.

    Calendars of an earlier plan that lie in the folder are what the new ones follow: unchanged events stay as they are,
    changed ones count one up, and those that are no longer planned stay, canceled; also in the calendar of a site that
    has no mentor any more. So the files of a folder can be sent again after each change of the plan.

    Parameters
    ----------
    as_of : datetime.date
        The day of this plan: the stamp of whatever is new or changed. Nothing is read from the clock.

    Returns
    -------
    tuple of Path
        The files, written all or none.

    Raises
    ------
    OutputError
        The schedule has no dates, or a file cannot be written.
    ProblemError
        A file that stands there is not one of ours.
    MissingExtraError
        icalendar is not installed.
    """
    if not schedule.has_dates:
        raise OutputError(f"The schedule is {schedule.status}: it has no dates that could be written.")
    folder = Path(folder)
    earlier = {
        path.name: read_calendar(path.read_bytes(), path.name) for kind in _OURS for path in sorted(folder.glob(kind))
    }
    plans = _plans(schedule)
    texts = {}
    for name in sorted({*plans, *earlier}):
        before = earlier.get(name, CalendarFile("", ()))
        title, events = plans.get(name, (before.name, ()))
        texts[name] = write_calendar(title, revise(events, before.events, as_of))
    return write_whole(folder, {name: text.encode() for name, text in texts.items()})


def _plans(schedule: Schedule) -> dict[str, tuple[str, tuple[Event, ...]]]:
    """Return the events of each calendar by its file, with its name."""
    problem, name = schedule.problem, program_name(schedule)
    everything: tuple[Planned, ...] = (*schedule.sessions, *schedule.visits, *schedule.calls, *schedule.dues)
    plans = {COHORT: (name, calendar_events(schedule, everything))}
    for mentee in sorted({pair.mentee for pair in schedule.matching.pairs}):
        title = f"{name}: {label_mentee(problem, mentee)}"
        events = calendar_events(schedule, schedule.of_mentee(mentee))
        plans[f"{site_file('mentee', mentee)}.ics"] = (title, events)
    for mentor in sorted({pair.mentor for pair in schedule.matching.pairs}):
        title = f"{name}: {label_mentor(problem, mentor)}"
        events = calendar_events(schedule, schedule.of_mentor(mentor))
        plans[f"{site_file('mentor', mentor)}.ics"] = (title, events)
    return plans
