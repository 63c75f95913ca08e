"""The blocking pairs of an assignment, as the rule ``stability`` defines them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from prssmi_match.problem.rules import Opening, Selection
from prssmi_match.solving.assignment import UNMATCHED

if TYPE_CHECKING:
    from prssmi_match.solving.assignment import Assignment

__all__ = ["blocking_positions"]


@lru_cache(maxsize=8)
def blocking_positions(assignment: Assignment) -> frozenset[int]:
    """Return the positions of the pairs that block."""
    pairs = assignment.compatibility.pairs
    return frozenset(
        position
        for position, (mentee, mentor) in enumerate(pairs)
        if position not in assignment.chosen_set
        and _mentee_wants(mentee, mentor, assignment)
        and _mentor_wants(mentor, mentee, assignment)
    )


def _mentee_wants(mentee: int, mentor: int, assignment: Assignment) -> bool:
    compatibility, held = assignment.compatibility, assignment.mentor_of[mentee]
    if held == UNMATCHED:
        return not _reached(Selection, len(assignment.chosen), assignment)
    profile = compatibility.mentees[mentee]
    return profile.group(compatibility.mentors[mentor].id) < profile.group(compatibility.mentors[held].id)


def _mentor_wants(mentor: int, mentee: int, assignment: Assignment) -> bool:
    compatibility, profile = assignment.compatibility, assignment.compatibility.mentors[mentor]
    load = assignment.loads[mentor]
    if not load and _reached(Opening, sum(1 for other in assignment.loads if other), assignment):
        return False
    if load < compatibility.problem.capacity(profile.site):
        return True
    group = profile.group(compatibility.mentees[mentee].id)
    return any(group < profile.group(compatibility.mentees[held].id) for held in assignment.mentees_of(mentor))


def _reached(kind: type[Selection | Opening], number: int, assignment: Assignment) -> bool:
    rules = (named.rule for named in assignment.compatibility.problem.program.rules)
    return any(isinstance(rule, kind) and rule.max is not None and number >= rule.max for rule in rules)
