"""The mentor's expertise in the mentee's topics, weighted by priority."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from prssmi_match.problem.values import round_half_up

if TYPE_CHECKING:
    from prssmi_match.compatibility.profiles import MenteeProfile, MentorProfile

__all__ = ["topic_fit"]

MOST_EXPERTISE = 5


def topic_fit(mentee: MenteeProfile, mentor: MentorProfile) -> int | None:
    """Return 0-1000 points, or None where either side's topics are unknown."""
    if not (mentee.topics and mentor.topics):
        return None
    reached = sum(priority * mentor.topics.get(topic, 0) for topic, priority in mentee.topics.items())
    return round_half_up(Fraction(1000 * reached, MOST_EXPERTISE * sum(mentee.topics.values())))
