"""Dates as people write them in cells: one notation, which nobody reads in two ways, and advice for the others."""

from __future__ import annotations

import re
from datetime import date, datetime

from prssmi_match.intake.complaint import Complaint

__all__ = ["is_date", "not_a_date", "read_date"]

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EXPECTED = "a date such as 2027-03-01"


def read_date(text: str) -> date | Complaint:
    """Return the day that a cell states.

    >>> read_date("2028-02-29").day
    29
    """
    if not _ISO.fullmatch(text):
        return not_a_date(text)
    try:
        return date.fromisoformat(text)
    except ValueError:
        return Complaint("no_such_day", _EXPECTED, f"There is no day {text}.")


def is_date(value: object) -> bool:
    """Whether a value of a workbook or data frame is a day, without a time."""
    return isinstance(value, date) and not isinstance(value, datetime)


def not_a_date(text: str) -> Complaint:
    """Return that something is no date."""
    sentence = f"{text!r} is not a date that can be read in one way only; write year, month and day, as 2027-03-01."
    return Complaint("not_a_date", _EXPECTED, sentence)
