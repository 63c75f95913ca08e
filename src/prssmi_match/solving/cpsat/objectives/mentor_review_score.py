"""Sum of the used mentors' review scores, in tenths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.compatibility.reviews import tenths
from prssmi_match.solving.objective import Extra, Objective

if TYPE_CHECKING:
    from prssmi_match.solving.cpsat.variables import Variables

__all__ = ["mentor_review_score"]


def mentor_review_score(variables: Variables) -> Objective:
    """Give each used mentor its score."""
    compatibility = variables.compatibility
    scores = tenths([mentor.site for mentor in compatibility.mentors])
    reached = [mentor for mentor, positions in enumerate(compatibility.pairs_of_mentor) if positions and scores[mentor]]
    extras = tuple(Extra(variables.used(mentor), scores[mentor]) for mentor in reached)
    return Objective([0] * len(variables.pair), extras, sum(max(0, scores[mentor]) for mentor in reached))
