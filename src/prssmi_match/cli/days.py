"""The day as of which a command tells something."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from prssmi_match.cli.streams import note

if TYPE_CHECKING:
    from argparse import Namespace

__all__ = ["day_or_today"]


def day_or_today(arguments: Namespace) -> date:
    """Return the day that was given, or today, which is said."""
    if arguments.as_of is not None:
        day: date = arguments.as_of
        return day
    today = date.today()  # noqa: DTZ011 - the day of whoever sits at this machine
    note(f"As of today, {today}; another day: --as-of")
    return today
