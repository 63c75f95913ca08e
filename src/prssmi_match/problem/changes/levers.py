"""The levers of a document: each is one thing that can be changed, by a whole amount, and belongs to somebody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from prssmi_match.problem.facts import Fact

__all__ = ["STEP_KM", "ChangeKind", "Lever", "Owner"]

STEP_KM = 50
"""Kilometers that a distance is raised by at a time: nobody argues about single ones."""

ChangeKind = Literal[
    "capacity",
    "min_mentees",
    "max_workload",
    "mentee_veto",
    "mentor_veto",
    "mentee_availability",
    "mentor_availability",
    "minimum",
    "maximum",
    "must",
    "pin",
    "forbid",
    "together",
    "apart",
    "stability",
    "setting",
    "no_prior_mentor",
    "listed_only",
    "scored_only",
    "max_km",
    "team_size",
    "travelers",
]
Owner = Literal["coordinator", "mentor", "mentee"]


@dataclass(frozen=True, slots=True, order=True)
class Lever:
    """One thing of a document that can be changed.

    The amount of a change is in mentees (``capacity``, ``min_mentees``), units of workload, the units of a rule's
    ``minimum`` or ``maximum``, people (``team_size``, ``travelers``), steps of ``STEP_KM`` (``max_km``) or steps from
    all over any to no setting (``setting``); 1 for what is dropped or lifted.

    Parameters
    ----------
    kind : str
        What is done: ``capacity`` and ``maximum`` are raised, ``minimum`` is lowered, ``pin`` is dropped, ...
    fact : Fact
        The rule or fact that is changed.
    part : str
        The site that a ``must`` names; the end of ``team_size`` or ``travelers`` that moves: ``low`` or ``high``.
    """

    kind: ChangeKind
    fact: Fact
    part: str = ""

    @property
    def owner(self) -> Owner:
        """Who can make the change."""
        match self.kind:
            case "mentee_veto" | "mentee_availability":
                return "mentee"
            case "capacity" | "min_mentees" | "max_workload" | "mentor_veto" | "mentor_availability":
                return "mentor"
            case _:
                return "coordinator"
