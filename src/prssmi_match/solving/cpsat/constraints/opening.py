"""How many mentors are used, and which must be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solving.cpsat.rows import Row, at_least, between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.rules import Opening
    from prssmi_match.solving.cpsat.variables import Variables

__all__ = ["opening"]


def opening(rule: Opening, variables: Variables) -> Iterator[Row]:
    """Give the row of the number used where it can bind, and one for each mentor that must be."""
    compatibility = variables.compatibility
    reach = sum(1 for positions in compatibility.pairs_of_mentor if positions)
    if (rule.min or 0) > 0 or (rule.max is not None and rule.max < reach):
        yield between(variables.number_used(), rule.min, rule.max)
    for mentor in sorted(set(rule.must_open)):
        index = compatibility.mentor_index.get(mentor)
        load = variables.total(()) if index is None else variables.load(index)
        yield at_least(load, 1)._replace(must=mentor)
