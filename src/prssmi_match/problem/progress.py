"""What the program has been told of each site since the match: who attended, who traveled, what came in."""

from __future__ import annotations

from datetime import date as Date  # noqa: N812 - a field has the name
from typing import Literal, get_args

from prssmi_match.problem.values import Count, Document, SiteId, Text

__all__ = ["MILESTONES", "SUBMITTED", "MilestoneName", "Report", "side_of"]

MilestoneName = Literal["team", "session", "intro_call", "visit", "debrief", "workplan", "survey", "training"]
MILESTONES: tuple[MilestoneName, ...] = get_args(MilestoneName)
"""What is expected of the sites, in the order in which it happens; ``training`` of a mentor, all else of a mentee."""
SUBMITTED: frozenset[MilestoneName] = frozenset({"team", "workplan", "survey"})
"""What comes to the program by itself, so that the program knows what has not come; the rest is held among others."""


class Report(Document):
    """One thing that was reported of one site."""

    site: SiteId
    milestone: MilestoneName
    session: Text | None = None
    """Which learning session; None for other milestones."""
    date: Date | None = None
    people: Count | None = None
    done: bool = True
    """False where it is known that it did not happen."""
    note: Text | None = None


def side_of(milestone: MilestoneName) -> Literal["mentees", "mentors"]:
    """Return of whom a milestone is expected."""
    return "mentors" if milestone == "training" else "mentees"
