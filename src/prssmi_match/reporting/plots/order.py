"""The order of sites in plots: mentors in the order of ids, each mentee beside its mentor, the unmatched last."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prssmi_match.solution.result import Result

__all__ = ["mentees_in_order", "mentors_in_order"]


def mentors_in_order(result: Result) -> tuple[str, ...]:
    """Return the available mentors, those that are used first.

    Raises
    ------
    NoMatchingError
        If there is no matching.
    """
    used = {pair.mentor for pair in result.matching.pairs}
    mentors = (mentor.id for mentor in result.problem.mentor_by_id.values() if mentor.available)
    return tuple(sorted(mentors, key=lambda mentor: mentor not in used))


def mentees_in_order(result: Result) -> tuple[str, ...]:
    """Return the available mentees in the order of their mentors; those without one come last.

    Raises
    ------
    NoMatchingError
        If there is no matching.
    """
    matching = result.matching
    matched = [mentee for mentor in mentors_in_order(result) for mentee in matching.mentees_of(mentor)]
    return (*matched, *sorted(matching.unmatched))
