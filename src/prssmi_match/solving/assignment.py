"""A matching as the engine holds it: positions instead of ids."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from prssmi_match.solution.matching import Matching, Pair

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prssmi_match.compatibility import Compatibility

__all__ = ["UNMATCHED", "Assignment"]

UNMATCHED = -1


class Assignment:
    """The chosen pairs, by their positions in the compatibility.

    Attributes
    ----------
    chosen : tuple of int
        Positions of the chosen pairs, sorted.
    mentor_of : tuple of int
        For each mentee the position of its mentor, or ``UNMATCHED``.
    loads : tuple of int
        For each mentor its number of mentees.
    """

    def __init__(self, compatibility: Compatibility, chosen: Iterable[int]) -> None:
        self.compatibility = compatibility
        self.chosen = tuple(sorted(chosen))
        mentors, loads = [UNMATCHED] * len(compatibility.mentees), [0] * len(compatibility.mentors)
        for position in self.chosen:
            mentee, mentor = compatibility.pairs[position]
            mentors[mentee] = mentor
            loads[mentor] += 1
        self.mentor_of = tuple(mentors)
        self.loads = tuple(loads)

    @cached_property
    def chosen_set(self) -> frozenset[int]:
        """The chosen positions, for look-ups."""
        return frozenset(self.chosen)

    def mentees_of(self, mentor: int) -> list[int]:
        """Return the positions of a mentor's mentees."""
        return [mentee for mentee, other in enumerate(self.mentor_of) if other == mentor]

    def to_matching(self, assumed: Iterable[tuple[str, ...]]) -> Matching:
        """Return the matching with ids and marks.

        Parameters
        ----------
        assumed : iterable of tuples of str
            For each chosen pair, in order, the criteria that rest on an unknown.
        """
        mentees, mentors = self.compatibility.mentees, self.compatibility.mentors
        pairs = []
        for position, criteria in zip(self.chosen, assumed, strict=True):
            mentee, mentor = self.compatibility.pairs[position]
            site = mentees[mentee].site
            provisional = site.status == "provisional"
            pairs.append(Pair(mentee=site.id, mentor=mentors[mentor].id, assumed=criteria, provisional=provisional))
        unmatched = [mentees[mentee].id for mentee, mentor in enumerate(self.mentor_of) if mentor == UNMATCHED]
        return Matching(pairs=tuple(pairs), unmatched=tuple(unmatched))
