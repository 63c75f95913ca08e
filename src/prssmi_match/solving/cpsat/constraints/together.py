"""Mentees that share one mentor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from prssmi_match.solving.cpsat.rows import Row, at_most
from prssmi_match.solving.cpsat.variables import any_chosen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.rules import Together
    from prssmi_match.solving.cpsat.variables import Variables

__all__ = ["together"]


def together(rule: Together, variables: Variables) -> Iterator[Row]:
    """Give the rows that leave the members one mentor; whole: each member is matched where the first one is."""
    compatibility = variables.compatibility
    known = {mentee: compatibility.mentee_index.get(mentee) for mentee in rule.mentees}
    members = sorted(index for index in known.values() if index is not None)
    if rule.partial:
        yield from _shared(members, variables)
    elif len(members) < len(known):
        yield at_most(variables.total(p for member in members for p in compatibility.pairs_of_mentee[member]), 0)
    else:
        for other in members[1:]:
            for mentor in compatibility.mentors:
                first, second = (compatibility.at(member, mentor.index) for member in (members[0], other))
                if first or second:
                    yield Row(variables.total(first) - variables.total(second), 0, 0)


def _shared(members: list[int], variables: Variables) -> Iterator[Row]:
    """Open one mentor for the group; members may only go there."""
    compatibility = variables.compatibility
    opened = []
    for mentor in compatibility.mentors:
        positions = [position for member in members for position in compatibility.at(member, mentor.index)]
        if positions:
            group = variables.binary(any_chosen(positions))
            opened.append(group.var)
            yield from (at_most(variables.pair[position] - group.var, 0) for position in positions)
    yield at_most(cp_model.LinearExpr.sum(opened), 1)
