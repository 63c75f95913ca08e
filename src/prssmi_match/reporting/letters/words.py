"""Words that letters and templates share; the same in every locale of the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from prssmi_match.reporting.letters.view import Visit

__all__ = ["day_words", "visit_words"]

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
