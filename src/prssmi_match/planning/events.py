"""What has to be given a date, and the dates that it can have."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from prssmi_match.planning.days import Refusal, Site
    from prssmi_match.problem.calendar.grounds import Ground

__all__ = ["Event", "EventKind", "Option"]

EventKind = Literal["session", "visit", "intro", "debrief"]


@dataclass(frozen=True)
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

    @cached_property
    def stands_against(self) -> Mapping[tuple[Site | None, Ground], int]:
        """How far each thing would have to be changed, by whom it keeps away; None is everybody."""
        everybody = {(None, refusal.ground): refusal.amount for refusal in self.against}
        return everybody | {(site, r.ground): r.amount for site, refusals in self.absent.items() for r in refusals}

    def is_as_free(self, other: Option) -> bool:
        """Whether nothing more, and nothing further, stands against this date than against another one."""
        theirs = other.stands_against
        return all(amount <= theirs.get(key, 0) for key, amount in self.stands_against.items())

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
    kind: EventKind
    mentees: tuple[str, ...]
    mentors: tuple[str, ...]
    options: tuple[Option, ...]
    group: str = ""
    number: int = 0

    @property
    def dated_key(self) -> str:
        """Its key; of a call, that of its visit."""
        return f"visit:{self.mentees[0]}" if self.kind in {"intro", "debrief"} else self.key
