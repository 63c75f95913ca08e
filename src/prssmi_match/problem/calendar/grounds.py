"""What can stand against a date: a rule of the calendar, or what it says of a site.

Each can be named in a conflict, and most can be changed by a whole amount, which is how repairs come about.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Ground", "GroundKind", "SiteSide"]

SiteSide = Literal["mentee", "mentor"]
GroundKind = Literal[
    "session",
    "present",
    "host",
    "apart",
    "visit",
    "notice",
    "sessions_before",
    "intro",
    "debrief",
    "one_a_day",
    "hosting",
    "groups_at_once",
    "preparation",
    "visits_a_month",
    "end",
    "blackout",
    "weekdays",
    "holidays",
    "hours",
    "available",
    "away",
]


@dataclass(frozen=True, slots=True, order=True)
class Ground:
    """A rule or fact of a calendar; ``about`` says of whom or what: a side and an id, a group, the days of a period."""

    kind: GroundKind
    about: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The name in conflicts: ``visits_a_month:oak``, ``away:mentor:oak:2027-05-03:2027-05-07``, ..."""
        return ":".join((self.kind, *self.about))
