"""Sum of the matched mentees' review scores, in tenths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.compatibility.reviews import tenths
from prssmi_match.solving.objective import Objective

if TYPE_CHECKING:
    from prssmi_match.solving.cpsat.variables import Variables

__all__ = ["review_score"]


def review_score(variables: Variables) -> Objective:
    """Give each pair its mentee's score."""
    compatibility = variables.compatibility
    scores = tenths([mentee.site for mentee in compatibility.mentees])
    return Objective([scores[mentee] for mentee, _ in compatibility.pairs])
