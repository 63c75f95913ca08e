"""Mentees that do not share a mentor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solving.cpsat.rows import Row, at_most

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.rules import Apart
    from prssmi_match.solving.cpsat.variables import Variables

__all__ = ["apart"]


def apart(rule: Apart, variables: Variables) -> Iterator[Row]:
    """Give one row a mentor that two members could share."""
    compatibility = variables.compatibility
    for mentor in compatibility.mentors:
        positions = [p for mentee in sorted(set(rule.mentees)) for p in compatibility.positions_of(mentee, mentor.id)]
        if len(positions) > 1:
            yield at_most(variables.total(positions), 1)
