"""Bounds on the matched mentees of one kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.compatibility.profiles import has_values
from prssmi_match.solving.cpsat.rows import Row, at_least, at_most, between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.rules import Quota
    from prssmi_match.solving.cpsat.variables import Variables

__all__ = ["quota"]


def quota(rule: Quota, variables: Variables) -> Iterator[Row]:
    """Give the row of the whole cohort, or one a mentor; a mentor's minimum binds only where it is used."""
    compatibility = variables.compatibility
    counted = [has_values(mentee.site, rule.where) for mentee in compatibility.mentees]
    if rule.per == "cohort":
        positions = [position for position, (mentee, _) in enumerate(compatibility.pairs) if counted[mentee]]
        yield between(variables.total(positions), rule.min, rule.max)
        return
    for mentor in compatibility.mentors:
        reach = compatibility.pairs_of_mentor[mentor.index]
        positions = [position for position in reach if counted[compatibility.pairs[position][0]]]
        if rule.max is not None and rule.max < len(positions):
            yield at_most(variables.total(positions), rule.max)
        if rule.min and reach:
            yield at_least(variables.total(positions) - rule.min * variables.used(mentor.index).var, 0)
