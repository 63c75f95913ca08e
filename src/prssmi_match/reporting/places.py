"""The places in a report where more is told about a site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.document import Data
from prssmi_match.reporting.words import name_mentee, name_mentor

if TYPE_CHECKING:
    from prssmi_match.problem.document import Problem

__all__ = ["mentee_place", "mentee_with_place", "mentor_place", "mentor_with_place"]


def mentee_place(problem: Problem, mentee: str) -> str:
    """Return the id of a mentee's entry: its number in the order of ids, as an id of the data could hold anything."""
    return f"mentee-{list(problem.mentee_by_id).index(mentee) + 1}"


def mentor_place(problem: Problem, mentor: str) -> str:
    """Return the id of a mentor's entry."""
    return f"mentor-{list(problem.mentor_by_id).index(mentor) + 1}"


def mentee_with_place(problem: Problem, mentee: str) -> Data:
    """Return what a mentee is called, with the place of its entry."""
    return Data(name_mentee(problem, mentee).text, mentee_place(problem, mentee))


def mentor_with_place(problem: Problem, mentor: str) -> Data:
    """Return what a mentor is called, with the place of its entry."""
    return Data(name_mentor(problem, mentor).text, mentor_place(problem, mentor))
