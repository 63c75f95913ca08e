"""Months that are counted from any day."""

from __future__ import annotations

import calendar
from datetime import date

__all__ = ["month_after"]


def month_after(day: date, months: int) -> date:
    """Return the same day some months later; the last day of the month where it has no such day.

    >>> month_after(date(2027, 1, 31), 1), month_after(date(2027, 11, 30), 3)
    (datetime.date(2027, 2, 28), datetime.date(2028, 2, 29))
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
