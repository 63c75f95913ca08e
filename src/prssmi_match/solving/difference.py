"""How far a matching is from another: the mentees with another mentor, or with none instead of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solving.assignment import UNMATCHED
from prssmi_match.solving.objective import Objective

if TYPE_CHECKING:
    from prssmi_match.solving.assignment import Assignment

__all__ = ["difference"]


def difference(assignment: Assignment) -> tuple[Objective, int]:
    """Return an objective and a constant that add up to the number of mentees that are not as in an assignment.

    A mentee of the assignment counts unless it keeps its mentor, one without a mentor counts once it has one.
    """
    compatibility = assignment.compatibility
    by_pair = [
        int(assignment.mentor_of[mentee] == UNMATCHED) - int(position in assignment.chosen_set)
        for position, (mentee, _) in enumerate(compatibility.pairs)
    ]
    return Objective(by_pair), len(assignment.chosen)
