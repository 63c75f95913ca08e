"""Sum of the matched mentees' review scores, in tenths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.compatibility.reviews import tenths

if TYPE_CHECKING:
    from prssmi_match.compatibility import Compatibility

__all__ = ["review_score"]


def review_score(compatibility: Compatibility) -> list[int]:
    """Give each pair its mentee's score."""
    scores = tenths([mentee.site for mentee in compatibility.mentees])
    return [scores[mentee] for mentee, _ in compatibility.pairs]
