"""A schedule as a data frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solution.frame import table
from prssmi_match.solution.schedule.events import Call, Due, Meeting, Session, Visit

if TYPE_CHECKING:
    import pandas as pd

    from prssmi_match.solution.schedule.schedule import Schedule

__all__ = ["schedule_frame"]

Event = Session | Visit | Call | Due

_COLUMNS = (
    *("key", "kind", "day", "last_day", "start", "time_zone", "start_utc", "minutes"),
    *("mentees", "mentors", "absent"),
)


def schedule_frame(schedule: Schedule) -> pd.DataFrame:
    """Return one row a date; see ``Schedule.to_frame``."""
    events: list[Event] = [*schedule.sessions, *schedule.visits, *schedule.calls, *schedule.dues]
    rows = [dict.fromkeys(_COLUMNS) | _row(event) for event in sorted(events, key=lambda event: (event.day, event.key))]
    return table(rows, _COLUMNS)


def _row(event: Event) -> dict[str, object]:
    return {"key": event.key, "day": event.day} | _sites(event) | _clock(event)


def _sites(event: Event) -> dict[str, object]:
    match event:
        case Session():
            absent = (*event.absent_mentees, *event.absent_mentors)
            return {"kind": "session", "mentees": event.mentees, "mentors": event.mentors, "absent": absent}
        case Visit():
            sites = {"kind": "visit", "mentees": (event.mentee,), "mentors": (event.mentor,)}
            return sites | {"last_day": event.last_day, "time_zone": event.time_zone}
        case Call():
            return {"kind": event.kind, "mentees": (event.mentee,), "mentors": (event.mentor,)}
        case Due():
            return {"kind": event.kind, "mentees": (event.mentee,)}


def _clock(event: Event) -> dict[str, object]:
    if not isinstance(event, Meeting):
        return {}
    return {name: getattr(event, name) for name in ("start", "time_zone", "start_utc", "minutes")}
