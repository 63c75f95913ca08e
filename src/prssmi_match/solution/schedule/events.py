"""What a schedule holds: sessions, visits, calls and due dates, each with a key that it has in every plan."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime

from prssmi_match.solution.part import Part

__all__ = ["Call", "Due", "Meeting", "Moved", "Session", "Visit"]


class Meeting(Part):
    """Something virtual that begins at an instant.

    Attributes
    ----------
    key : str
        The same in every plan: ``session:cohort:1``, ``session:setting:diversion:2``, ``session:mentor:oak:1``,
        ``intro:pine``, ``debrief:pine``.
    day : date
        In ``time_zone``.
    start : time
        Of day, in ``time_zone``.
    time_zone : str
        The program's for a session, the mentor's for a call.
    start_utc : datetime
        The same instant in UTC.
    minutes : int
        How long it takes.
    """

    key: str
    day: date
    start: time
    time_zone: str
    start_utc: AwareDatetime
    minutes: int

    @property
    def end_utc(self) -> datetime:
        """When it is over, in UTC."""
        return self.start_utc + timedelta(minutes=self.minutes)

    def local_start(self, time_zone: str) -> datetime:
        """Return the start as a clock in a time zone shows it."""
        return self.start_utc.astimezone(UTC).astimezone(ZoneInfo(time_zone))


class Session(Meeting):
    """A virtual learning session.

    Attributes
    ----------
    number : int
        From 1: the month of the program.
    group : str
        ``cohort``, a setting (``unknown`` where it is), or the id of a mentor.
    mentees : tuple of str
        The teams of the group, sorted.
    mentors : tuple of str
        Their mentors, sorted.
    absent_mentees, absent_mentors : tuple of str
        Those of them that cannot come.
    """

    number: int
    group: str
    mentees: tuple[str, ...]
    mentors: tuple[str, ...]
    absent_mentees: tuple[str, ...] = ()
    absent_mentors: tuple[str, ...] = ()


class Visit(Part):
    """The visit of a mentee at its mentor's site.

    Attributes
    ----------
    key : str
        ``visit:`` and the id of the mentee.
    first_day, last_day : date
        At the mentor's site, both included.
    time_zone : str
        The mentor's.
    together : tuple of str
        Other mentees that come on the same visit, sorted.
    travelers : int or None
        Team members that come; None where it is not known how many.
    paid : int
        How many of them the program pays for; where it is not known how many come, as many as it pays for at most.
    """

    key: str
    mentee: str
    mentor: str
    first_day: date
    last_day: date
    time_zone: str
    together: tuple[str, ...] = ()
    travelers: int | None = None
    paid: int

    @property
    def day(self) -> date:
        """The first day."""
        return self.first_day


class Call(Meeting):
    """A call of a mentee and its mentor before the visit (``intro``), or after it (``debrief``)."""

    kind: Literal["intro", "debrief"]
    mentee: str
    mentor: str


class Due(Part):
    """The last day for something that a mentee hands in.

    Attributes
    ----------
    key : str
        ``workplan:`` or ``survey:``, and the id of the mentee.
    """

    key: str
    kind: Literal["workplan", "survey"]
    mentee: str
    day: date


class Moved(Part):
    """A date that is not what it was in the earlier plan."""

    key: str
    before: date
    after: date
    sentence: str
