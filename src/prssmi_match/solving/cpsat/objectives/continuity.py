"""Number of pairs that an earlier answer had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solving.objective import Objective

if TYPE_CHECKING:
    from prssmi_match.solving.cpsat.variables import Variables

__all__ = ["continuity"]


def continuity(variables: Variables) -> Objective:
    """Give one for each pair of the earlier answer."""
    compatibility = variables.compatibility
    previous = {(pair.mentee, pair.mentor) for pair in compatibility.problem.previous}
    mentees, mentors = compatibility.mentees, compatibility.mentors
    kept = ((mentees[mentee].id, mentors[mentor].id) in previous for mentee, mentor in compatibility.pairs)
    return Objective([int(pair) for pair in kept])
