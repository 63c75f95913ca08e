"""Words that letters and templates share; the same in every locale of the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from prssmi_match.reporting.letters.view import Meeting, Visit

__all__ = ["day_words", "meeting_words", "visit_words"]

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"),
    "December",
)


def day_words(day: date) -> str:
    """Return a day as people write it.

    >>> from datetime import date
    >>> day_words(date(2026, 3, 2))
    'Monday, March 2, 2026'
    """
    return f"{_DAYS[day.weekday()]}, {_MONTHS[day.month - 1]} {day.day}, {day.year}"


def visit_words(visit: Visit) -> str:
    """Return the days of a visit."""
    first, last = day_words(visit.first), day_words(visit.last)
    return first if visit.first == visit.last else f"{first}, to {last}"


def meeting_words(meeting: Meeting) -> str:
    """Return when a meeting starts, with the name of the clock.

    >>> from datetime import UTC, datetime
    >>> from prssmi_match.reporting.letters.view import Meeting
    >>> meeting_words(Meeting(datetime(2026, 3, 2, 13, 30, tzinfo=UTC), 60))
    'Monday, March 2, 2026, 1:30 pm UTC'
    """
    start = meeting.start
    half = "am" if start.hour < 12 else "pm"  # noqa: PLR2004 - noon
    zone = start.tzname() or "UTC"
    clock = f"{(start.hour - 1) % 12 + 1}:{start.minute:02} {half}"
    return f"{day_words(start)}, {clock} {zone if zone[0].isalpha() else f'UTC{zone}'}"
