"""Events to iCalendar text and back; the only module that knows the icalendar package."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any

from prssmi_match.errors import Finding, MissingExtraError, ProblemError
from prssmi_match.reporting.calendars.event import Event, Published, portable
from prssmi_match.reporting.characters import in_one_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from types import ModuleType

__all__ = ["CalendarFile", "read_calendar", "write_calendar"]

_CANCELED = "Canceled: "


def write_calendar(name: str, events: Iterable[Published]) -> str:
    """Return a calendar as iCalendar text.

    Times are written in UTC, which every program turns into the time of whoever looks; days have no zone. The stamp of
    an event is the beginning of its day.

    Raises
    ------
    MissingExtraError
        icalendar is not installed.
    """
    icalendar = _icalendar()
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//prssmi-match//schedule//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", in_one_line(portable(name)))
    for published in events:
        calendar.add_component(_component(icalendar, published))
    text: str = calendar.to_ical().decode("utf-8")
    return text


def _component(icalendar: ModuleType, published: Published) -> Any:  # noqa: ANN401 - of a package that may be missing
    event = published.event
    stamp = datetime.combine(published.stamp, time(), UTC)
    fields: dict[str, object] = {
        "uid": event.uid,
        "sequence": published.sequence,
        "dtstamp": stamp,
        "last-modified": stamp,
        "dtstart": _moment(event.start),
        "dtend": _moment(event.end),
        # Programs that do not look at the status show the title.
        "summary": f"{_CANCELED if published.canceled else ''}{event.title}",
        "status": "CANCELLED" if published.canceled else "CONFIRMED",
        "transp": "OPAQUE" if event.busy and not published.canceled else "TRANSPARENT",
        "x-prssmi-match-busy": "TRUE" if event.busy else "FALSE",
    }
    fields |= {"location": event.location} if event.location else {}
    fields |= {"description": event.description} if event.description else {}
    component = icalendar.Event()
    for field, value in fields.items():
        component.add(field, value)
    return component


def _moment(when: date) -> date:
    return when.astimezone(UTC) if isinstance(when, datetime) else when


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A calendar as it was written: what it is called, and its events."""

    name: str
    events: tuple[Published, ...]


def read_calendar(text: str | bytes, source: str) -> CalendarFile:
    """Return a calendar that was written here.

    Raises
    ------
    ProblemError
        It is no such calendar.
    MissingExtraError
        icalendar is not installed.
    """
    icalendar = _icalendar()
    try:
        calendar = icalendar.Calendar.from_ical(text)
        return CalendarFile(str(calendar["x-wr-calname"]), tuple(map(_published, calendar.walk("VEVENT"))))
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        sentence = (
            f"{source} is not a calendar that was written here ({type(error).__name__}), so nobody can say what "
            "changed since; remove it, or choose another folder."
        )
        raise ProblemError(
            [Finding("unreadable_calendar", source, "", "a calendar of this program", sentence)]
        ) from None


def _published(component: Any) -> Published:  # noqa: ANN401 - as above
    canceled = str(component["status"]) == "CANCELLED"
    title = str(component["summary"])
    event = Event(
        uid=str(component["uid"]),
        start=component["dtstart"].dt,
        end=component["dtend"].dt,
        title=title.removeprefix(_CANCELED) if canceled else title,
        location=str(component.get("location", "")),
        description=str(component.get("description", "")),
        busy=str(component["x-prssmi-match-busy"]) == "TRUE",
    )
    return Published(event, int(component["sequence"]), component["dtstamp"].dt.date(), canceled)


def _icalendar() -> ModuleType:
    try:
        import icalendar
    except ImportError as error:
        raise MissingExtraError("icalendar", "planning") from error
    return icalendar
