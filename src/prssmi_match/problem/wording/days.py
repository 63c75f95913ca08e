"""Days as people write them, whatever the language of the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

__all__ = ["counted_days", "day_words"]

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_words(day: date) -> str:
    """Return a day.

    >>> from datetime import date
    >>> day_words(date(2028, 2, 29))
    'Feb 29, 2028'
    """
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def counted_days(days: int) -> str:
    """Return a number of days.

    >>> counted_days(1)
    '1 day'
    """
    return f"{days} day{'' if days == 1 else 's'}"
