"""The mentor's expertise in the mentee's topics, weighted by priority."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

import numpy as np

from prssmi_match.compatibility.points import UNKNOWN, rounded_half_up
from prssmi_match.compatibility.stated import Stated

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from prssmi_match.compatibility.cells import Cells, PointsOf
    from prssmi_match.compatibility.sides import Sides

__all__ = ["topic_fit"]

MOST_EXPERTISE = 5


def topic_fit(sides: Sides) -> PointsOf:
    """Give 0-1000 points, unknown where either side's topics are."""
    numbers: dict[str, int] = {}
    known = [
        (numbers.setdefault(topic, len(numbers)), mentor.index, level)
        for mentor in sides.mentors
        for topic, level in mentor.topics.items()
    ]
    expertise = Stated(known, len(sides.mentors))
    has_topics = np.array([bool(mentor.topics) for mentor in sides.mentors], dtype=bool)
    nobody = len(numbers)
    asked = [[numbers.get(topic, nobody) for topic in mentee.topics] for mentee in sides.mentees]
    first_to_last = np.array(list(zip_longest(*asked, fillvalue=nobody)), dtype=np.int64)
    priorities = np.array(list(zip_longest(*(m.topics.values() for m in sides.mentees), fillvalue=0)), dtype=np.int64)
    most = np.array([MOST_EXPERTISE * sum(mentee.topics.values()) for mentee in sides.mentees], dtype=np.int64)

    def points(cells: Cells) -> NDArray[np.int64]:
        reached = np.zeros(cells.shape, dtype=np.int64)
        for topic, priority in zip(first_to_last, priorities, strict=True):
            weight = priority[cells.mentee]
            if weight.any():
                reached += weight * expertise.of(cells, topic[cells.mentee])
        wanted = most[cells.mentee]
        return np.where((wanted > 0) & has_topics[cells.mentor], rounded_half_up(1000 * reached, wanted), UNKNOWN)

    return points
