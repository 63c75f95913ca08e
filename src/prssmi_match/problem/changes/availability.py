"""A document in which sites have left."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from prssmi_match.problem.document import Problem

__all__ = ["without_mentees", "without_mentors"]


def without_mentees(problem: Problem, gone: Collection[str]) -> Problem:
    """Return the document with mentees withdrawn."""
    sites = (site.model_copy(update={"status": "withdrawn"}) if site.id in gone else site for site in problem.mentees)
    return problem.model_copy(update={"mentees": tuple(sites)})


def without_mentors(problem: Problem, gone: Collection[str]) -> Problem:
    """Return the document with mentors withdrawn."""
    sites = (site.model_copy(update={"status": "withdrawn"}) if site.id in gone else site for site in problem.mentors)
    return problem.model_copy(update={"mentors": tuple(sites)})
