"""What was expected of each site by a date, and what became of it."""

from __future__ import annotations

from datetime import date as Date  # noqa: N812 - a field has the name
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from prssmi_match.problem.progress import MilestoneName
from prssmi_match.solution.part import Part

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Expected", "MilestoneCount", "MilestoneStatus", "Milestones", "State"]

_COLUMNS = ("side", "site", "milestone", "session", "due", "state", "days", "done_on", "people", "sentence")


class State(StrEnum):
    """What is known of a milestone."""

    DONE = "done"
    """It was reported, as it is expected."""
    NOT_YET = "not_yet"
    """Its date lies further ahead, or it has none."""
    DUE = "due"
    """Its date is today or within the next days."""
    OVERDUE = "overdue"
    """Its date has passed, and it is known not to be done."""
    UNKNOWN = "unknown"
    """Its date has passed, and nothing tells whether it is done."""


class Expected(Part):
    """A milestone of a site before anything was reported of it.

    Attributes
    ----------
    due : datetime.date or None
        The day by which it should be done; None where none is set.
    """

    side: Literal["mentee", "mentor"]
    site: str
    milestone: MilestoneName
    session: str | None = None
    due: Date | None = None


class MilestoneStatus(Expected):
    """A milestone of a site on a day.

    Attributes
    ----------
    days : int or None
        Days since it was due, where that has passed and it is not done; days until then, where it is due.
    done_on : datetime.date or None
        When it was done, where that was reported.
    people : int or None
        How many took part, where that was reported.
    """

    state: State
    days: int | None = None
    done_on: Date | None = None
    people: int | None = None
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence


class MilestoneCount(Part):
    """How far the cohort is with one milestone: the number of sites in each state."""

    milestone: MilestoneName
    session: str | None
    done: int
    not_yet: int
    due: int
    overdue: int
    unknown: int


class Milestones(Part):
    """All milestones of all sites of a schedule, as of a day.

    Attributes
    ----------
    as_of : datetime.date
        The day.
    rows : tuple of MilestoneStatus
        Mentees by id, then mentors; for each in the order in which things happen.
    cohort : tuple of MilestoneCount
        The same, counted.
    """

    as_of: Date
    rows: tuple[MilestoneStatus, ...]
    cohort: tuple[MilestoneCount, ...]
    sentence: str

    @property
    def overdue(self) -> tuple[MilestoneStatus, ...]:
        """What is overdue, the longest first."""
        late = (row for row in self.rows if row.state is State.OVERDUE)
        return tuple(sorted(late, key=lambda row: -(row.days or 0)))

    @property
    def to_ask(self) -> tuple[MilestoneStatus, ...]:
        """What nobody has reported, though its day has passed; the longest first."""
        silent = (row for row in self.rows if row.state is State.UNKNOWN)
        return tuple(sorted(silent, key=lambda row: -(row.days or 0)))

    def of(self, site: str) -> tuple[MilestoneStatus, ...]:
        """Return the milestones of a site, by its id."""
        return tuple(row for row in self.rows if row.site == site)

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence

    def to_frame(self) -> pd.DataFrame:
        """Return one row a site and milestone: ``side``, ``site``, ``milestone``, ``session``, ``due``, ``state``, ...

        Dates are Python's own; ``days``, ``done_on``, ``people`` and ``sentence`` follow.
        """
        from prssmi_match.solution.frame import rows_frame

        return rows_frame(self.rows, _COLUMNS)
