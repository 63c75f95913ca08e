"""How many mentees are matched, and who must be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solving.cpsat.rows import Row, at_least, between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.rules import Selection
    from prssmi_match.solving.cpsat.variables import Variables

__all__ = ["selection"]


def selection(rule: Selection, variables: Variables) -> Iterator[Row]:
    """Give the row of the number matched where it can bind, and one for each mentee that must be."""
    compatibility = variables.compatibility
    reach = sum(1 for positions in compatibility.pairs_of_mentee if positions)
    if (rule.min or 0) > 0 or (rule.max is not None and rule.max < reach):
        yield between(variables.total(range(len(compatibility.pairs))), rule.min, rule.max)
    for mentee in sorted(set(rule.must_match)):
        index = compatibility.mentee_index.get(mentee)
        matched = variables.total(()) if index is None else variables.matched(index)
        yield at_least(matched, 1)._replace(must=mentee)
