"""What has to be given a date, and the dates that it can have."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from prssmi_match.planning.days import Refusal, Site

__all__ = ["Event", "Option"]


@dataclass(frozen=True, slots=True)
class Option:
    """A date that an event can have.

    Attributes
    ----------
    day, last_day : date
        The first and the last day.
    start : datetime or None
        In UTC; None for a visit.
    against : tuple of Refusal
        What would have to be changed before.
    absent : mapping of Site to tuple of Refusal
        Of a session: who could not come, and why.
    """

    day: date
    last_day: date
    start: datetime | None = None
    against: tuple[Refusal, ...] = ()
    absent: Mapping[Site, tuple[Refusal, ...]] = field(default_factory=dict)

    @property
    def lot(self) -> str:
        """The date as the draw writes it."""
        return str(self.day) if self.start is None else f"{self.start:%Y-%m-%dT%H:%MZ}"


@dataclass(frozen=True, slots=True)
class Event:
    """A session, visit or call that has to be given one of its dates.

    Attributes
    ----------
    key : str
        The same in every plan.
    mentees, mentors : tuple of str
        Who takes part, sorted.
    group, number : str, int
        Of a session.
    options : tuple of Option
        By day, then start.
    """

    key: str
    kind: Literal["session", "visit", "intro", "debrief"]
    mentees: tuple[str, ...]
    mentors: tuple[str, ...]
    options: tuple[Option, ...]
    group: str = ""
    number: int = 0
