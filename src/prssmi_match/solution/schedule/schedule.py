"""The answer of the planning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from prssmi_match.problem.calendar import Calendar
from prssmi_match.problem.document import Problem
from prssmi_match.solution.conflict import Conflict
from prssmi_match.solution.matching import Matching
from prssmi_match.solution.part import Part
from prssmi_match.solution.result import Assumption, Provenance
from prssmi_match.solution.schedule.events import Call, Due, Moved, Session, Visit
from prssmi_match.solution.status import Status
from prssmi_match.solution.tier_result import TierResult
from prssmi_match.solution.verification import Verification

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

__all__ = ["Schedule", "ScheduleCondition"]


class ScheduleCondition(Part):
    """What somebody has to settle before a date can stand.

    Attributes
    ----------
    key : str
        Of the session, visit, call or paper.
    site : str
        The id of the site that it is about.
    """

    key: str
    site: str
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence


class Schedule(Part):
    """The dates of a matched cohort, with the proof and what they rest on.

    ``infeasible`` and ``unknown`` are statuses: then there are no dates, and an infeasible one names a conflict.

    Attributes
    ----------
    sessions : tuple of Session
        By start, then key.
    visits, calls, dues : tuple
        By day, then key.
    tiers : tuple of TierResult
        ``moved`` (minus the dates that are not as in the earlier plan; only where there is one), ``attendance`` (teams
        and mentors that can come, over all sessions), ``spread`` (minus the pairs of teams whose visits begin in the
        same week), ``early`` (minus the days from the start, over sessions and visits), ``draw`` (the sum of their
        lots), ``calls`` (minus the days from the start, over calls).
    moved : tuple of Moved
        The dates that are not as in the earlier plan.
    matching : Matching
        Whose dates these are.
    """

    status: Status
    sessions: tuple[Session, ...] = ()
    visits: tuple[Visit, ...] = ()
    calls: tuple[Call, ...] = ()
    dues: tuple[Due, ...] = ()
    tiers: tuple[TierResult, ...] = ()
    moved: tuple[Moved, ...] = ()
    conditions: tuple[ScheduleCondition, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    verification: Verification | None = None
    conflict: Conflict | None = None
    provenance: Provenance
    matching: Matching
    problem: Problem = Field(exclude=True, repr=False)
    calendar: Calendar = Field(exclude=True, repr=False)

    @property
    def has_dates(self) -> bool:
        """Whether there are dates to read."""
        return self.status in {Status.OPTIMAL, Status.FEASIBLE}

    @property
    def values(self) -> dict[str, int]:
        """The value of each tier by name; empty without dates."""
        return {tier.name: tier.value for tier in self.tiers}

    def visit_of(self, mentee: str) -> Visit | None:
        """Return the visit of a mentee; None where it has none."""
        return next((visit for visit in self.visits if visit.mentee == mentee), None)

    def of_mentee(self, mentee: str) -> Iterator[Session | Visit | Call | Due]:
        """Give everything that a mentee takes part in, or hands in."""
        yield from (session for session in self.sessions if mentee in session.mentees)
        yield from (visit for visit in self.visits if visit.mentee == mentee)
        yield from (call for call in self.calls if call.mentee == mentee)
        yield from (due for due in self.dues if due.mentee == mentee)

    def of_mentor(self, mentor: str) -> Iterator[Session | Visit | Call]:
        """Give everything that a mentor takes part in."""
        yield from (session for session in self.sessions if mentor in session.mentors)
        yield from (visit for visit in self.visits if visit.mentor == mentor)
        yield from (call for call in self.calls if call.mentor == mentor)

    def to_frame(self) -> pd.DataFrame:
        """Return one row a session, visit, call or due date, sorted by day and key.

        Returns
        -------
        DataFrame
            Columns ``key``, ``kind`` (``session``, ``visit``, ``intro``, ``debrief``, ``workplan``, ``survey``),
            ``day`` (a date), ``last_day`` (of a visit), ``start`` and ``time_zone`` (as a clock there shows it),
            ``start_utc``, ``minutes``, ``mentees`` and ``mentors`` (ids joined by ``|``), and ``absent`` (the same).
        """
        from prssmi_match.solution.schedule.frame import schedule_frame

        return schedule_frame(self)
