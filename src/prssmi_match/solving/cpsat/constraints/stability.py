"""No two sites would both rather be paired with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from prssmi_match.problem.rules import Opening, Selection
from prssmi_match.solving.cpsat.blocking import contentment, maximums
from prssmi_match.solving.cpsat.rows import Row, at_least, at_most
from prssmi_match.solving.hopeless import hopeless_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.solving.cpsat.variables import Variables

__all__ = ["stability"]


def stability(variables: Variables) -> Iterator[Row]:
    """Give one row a pair: it must be content; and one that leaves out the pairs that no stable matching has.

    Where a capacity or refusal may give way, such pairs could come back.
    """
    hopeless = None
    if variables.is_strict:
        hopeless = hopeless_pairs(
            variables.compatibility,
            excuses_mentees=bool(maximums(Selection, variables)),
            excuses_mentors=bool(maximums(Opening, variables)),
        )
        if hopeless.any():
            yield at_most(variables.total(np.flatnonzero(hopeless).tolist()), 0)
    for _, content in contentment(variables, hopeless):
        yield at_least(content, 1)
