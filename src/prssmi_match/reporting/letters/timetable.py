"""The dates of a mentee, from whatever plans them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

__all__ = ["MenteeTimetable"]


@dataclass(frozen=True, slots=True)
class MenteeTimetable:
    """When things are for one mentee; empty and None are unknown.

    Attributes
    ----------
    sessions : tuple of date
        Of the learning sessions, the first first.
    visit : tuple of two date or None
        The first and the last day of the visit. Mentees of a mentor that visit it on the same days visit together, and
        are told of each other.
    workplan_due, survey_due : date or None
        When the workplan and the survey at the end are due.
    """

    sessions: tuple[date, ...] = ()
    visit: tuple[date, date] | None = None
    workplan_due: date | None = None
    survey_due: date | None = None
