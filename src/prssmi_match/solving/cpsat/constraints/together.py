"""Mentees that share one mentor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solving.cpsat.rows import Row, at_most

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.rules import Together
    from prssmi_match.solving.cpsat.variables import Variables

__all__ = ["together"]


def together(rule: Together, variables: Variables) -> Iterator[Row]:
    """Give the rows that leave the members one mentor; whole: each member is matched where the first one is."""
    compatibility = variables.compatibility
    members = sorted({index for mentee in rule.mentees if (index := compatibility.mentee_index.get(mentee)) is not None})
    if rule.partial:
        yield from _shared(members, variables)
    elif len(members) < len(set(rule.mentees)):
        yield at_most(variables.total(p for member in members for p in compatibility.pairs_of_mentee[member]), 0)
    else:
        for other in members[1:]:
            for mentor in compatibility.mentors:
                yield Row(_at(members[0], mentor.index, variables) - _at(other, mentor.index, variables), 0, 0)


def _shared(members: list[int], variables: Variables) -> Iterator[Row]:
    """Open one mentor for the group; members may only go there."""
    compatibility = variables.compatibility
    opened = []
    for mentor in compatibility.mentors:
        positions = [p for member in members if (p := compatibility.position.get((member, mentor.index))) is not None]
        if positions:
            group = variables.bool(lambda assignment, at=frozenset(positions): bool(at & assignment.chosen_set))
            opened.append(group.var)
            yield from (at_most(variables.pair[position] - group.var, 0) for position in positions)
    yield at_most(sum(opened), 1)
