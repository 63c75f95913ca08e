"""Number of pairs that an earlier answer had."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prssmi_match.compatibility import Compatibility

__all__ = ["continuity"]


def continuity(compatibility: Compatibility) -> list[int]:
    """Give one for each pair of the earlier answer."""
    previous = {(pair.mentee, pair.mentor) for pair in compatibility.problem.previous}
    mentees, mentors = compatibility.mentees, compatibility.mentors
    kept = ((mentees[mentee].id, mentors[mentor].id) in previous for mentee, mentor in compatibility.pairs)
    return [int(pair) for pair in kept]
