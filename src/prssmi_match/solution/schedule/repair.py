"""Whether a cohort can be given its dates; where not, why, and what would settle it."""

from __future__ import annotations

from prssmi_match.problem.calendar import Calendar
from prssmi_match.problem.calendar.changes import CalendarOwner, change_calendar
from prssmi_match.problem.calendar.grounds import Ground, GroundKind
from prssmi_match.solution.conflict import Conflict
from prssmi_match.solution.part import Part

__all__ = ["CalendarChange", "CalendarRepair", "PlanDiagnosis"]


class CalendarChange(Part):
    """One change of one rule or fact of a calendar.

    Attributes
    ----------
    kind : str
        What is changed: ``visits_a_month``, ``away``, ``end``, ...
    rule_id : str
        Its name in conflicts.
    ground : Ground
        The same with its parts.
    owner : str
        Who can make it: ``coordinator``, ``mentor`` or ``mentee``.
    amount : int
        By how much.
    cost : int
        Of the whole amount.
    """

    kind: GroundKind
    rule_id: str
    ground: Ground
    owner: CalendarOwner
    amount: int
    cost: int
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence


class CalendarRepair(Part):
    """Changes of a calendar that together make a plan possible; without any part of them there is none."""

    cost: int
    changes: tuple[CalendarChange, ...]
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence

    def apply(self, calendar: Calendar) -> Calendar:
        """Return the calendar with the changes made; the calendar itself stays as it is.

        Raises
        ------
        ValueError
            If it has nothing of what is changed: the repair was made for another one.
        """
        return change_calendar(calendar, {change.ground: change.amount for change in self.changes})


class PlanDiagnosis(Part):
    """What keeps a matched cohort from having its dates.

    Attributes
    ----------
    feasible : bool or None
        Whether some plan keeps all rules; None where time ran out before that was known.
    conflict : Conflict or None
        Rules and facts that cannot all hold.
    repairs : tuple of CalendarRepair
        What would settle it, the cheapest first.
    repairs_complete : bool
        Whether there are no others.
    """

    feasible: bool | None
    sentence: str
    conflict: Conflict | None = None
    repairs: tuple[CalendarRepair, ...] = ()
    repairs_complete: bool = True

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence
