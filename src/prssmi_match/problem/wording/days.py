"""Days as people write them, whatever the language of the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

__all__ = ["counted_days", "day_words", "month_words", "span_words"]

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_words(day: date) -> str:
    """Return a day.

    >>> from datetime import date
    >>> day_words(date(2028, 2, 29))
    'Feb 29, 2028'
    """
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def span_words(first: date, last: date) -> str:
    """Return days from a first to a last one.

    >>> from datetime import date
    >>> span_words(date(2027, 5, 12), date(2027, 5, 14)), span_words(date(2027, 5, 31), date(2027, 6, 1))
    ('May 12 to 14, 2027', 'May 31 to Jun 1, 2027')
    """
    if first == last:
        return day_words(first)
    if first.year != last.year:
        return f"{day_words(first)} to {day_words(last)}"
    ending = f"{last.day}, {last.year}" if first.month == last.month else day_words(last)
    return f"{_MONTHS[first.month - 1]} {first.day} to {ending}"


def counted_days(days: int) -> str:
    """Return a number of days.

    >>> counted_days(1)
    '1 day'
    """
    return f"{days} day{'' if days == 1 else 's'}"


def month_words(day: date, *, year: bool = False) -> str:
    """Return the month of a day; in January, and where asked, the year with it.

    >>> from datetime import date
    >>> month_words(date(2027, 1, 11)), month_words(date(2027, 2, 1)), month_words(date(2027, 2, 1), year=True)
    ('Jan 2027', 'Feb', 'Feb 2027')
    """
    return f"{_MONTHS[day.month - 1]} {day.year}" if year or day.month == 1 else _MONTHS[day.month - 1]
