"""What can be named as the ground of a refusal or a conflict: a rule of the program, or a fact about sites."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Fact", "FactKind", "Refusal", "Test"]

FactKind = Literal[
    "rule",
    "setting",
    "mentee_availability",
    "mentor_availability",
    "mentee_veto",
    "mentor_veto",
    "organization",
    "capacity",
    "min_mentees",
    "max_workload",
]
Test = Literal[
    "forbid", "setting", "no_prior_mentor", "listed_only", "scored_only", "max_km", "team_size", "travelers", "fact"
]


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """A rule or a fact; ``sites`` are the ids that it is about, in order, or the id of the rule."""

    kind: FactKind
    sites: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The rule's id, or the fact's: ``capacity:oak``, ``mentee_veto:pine:oak``, ..."""
        return self.sites[0] if self.kind == "rule" else ":".join((self.kind, *self.sites))


@dataclass(frozen=True, slots=True, order=True)
class Refusal:
    """Why a pair is not admissible: the ground, and for an eligibility rule which of its tests fails."""

    fact: Fact
    test: Test = "fact"
