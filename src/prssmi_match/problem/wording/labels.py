"""What sites are called, and lists of words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prssmi_match.problem.document import Problem

__all__ = ["Side", "enumeration", "label", "label_mentee", "label_mentor"]

Side = Literal["mentees", "mentors"]


def label(problem: Problem, side: Side, site_id: str) -> str:
    """Return what a site is called: its name, with the id where two sites share it; else the id."""
    sites = problem.mentee_by_id if side == "mentees" else problem.mentor_by_id
    site = sites.get(site_id)
    if site is None or site.name is None or site.name == site_id:
        return site_id
    return f"{site.name} ({site_id})" if problem.shared_names[side, site.name] > 1 else site.name


def label_mentee(problem: Problem, mentee_id: str) -> str:
    """Return what a mentee is called."""
    return label(problem, "mentees", mentee_id)


def label_mentor(problem: Problem, mentor_id: str) -> str:
    """Return what a mentor is called."""
    return label(problem, "mentors", mentor_id)


def enumeration(words: Iterable[str], last: str = "and") -> str:
    """Join words as people do.

    >>> enumeration(["Pine", "Elm", "Oak"])
    'Pine, Elm and Oak'
    """
    words = list(words)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else "nobody"
