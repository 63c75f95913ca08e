"""Pairs that no stable matching has, found before the search.

The reductions of R. W. Irving and D. F. Manlove for hospitals and residents with ties ("Approximation algorithms for
hard variants of the stable marriage and hospitals/residents problems", 2008), repeated until neither finds a pair:

- Where a mentor has room for all mentees of its top groups, each of those gets this mentor or one that it likes as
  well: otherwise the two would block. So all that such a mentee likes less is out of reach.
- Where at least as many mentees as a mentor takes like it alone best, it never has to take one below them.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.compatibility import Compatibility

__all__ = ["hopeless_pairs"]


def hopeless_pairs(compatibility: Compatibility) -> list[int]:
    """Return positions of pairs that are in no stable matching, sorted.

    Holds only where no maximum of selection or opening excuses anybody: then an unmatched mentee, or an unused mentor,
    blocks like any other.
    """
    pairs = _Pairs(compatibility)
    everything = len(pairs.alive)
    before = everything + 1
    while len(pairs.alive) < before:
        before = len(pairs.alive)
        for mentor in range(len(compatibility.mentors)):
            pairs.alive.difference_update(pairs.below_an_offer(mentor))
        alone = pairs.alone_on_top()
        for mentor in range(len(compatibility.mentors)):
            pairs.alive.difference_update(pairs.crowded_out(mentor, alone[mentor]))
    return sorted(set(range(everything)) - pairs.alive)


class _Pairs:
    """The pairs that can still be in a stable matching, with their groups on both sides."""

    def __init__(self, compatibility: Compatibility) -> None:
        self._compatibility = compatibility
        mentees, mentors = compatibility.mentees, compatibility.mentors
        self.alive = set(range(len(compatibility.pairs)))
        self._to_mentee = [mentees[mentee].group(mentors[mentor].id) for mentee, mentor in compatibility.pairs]
        self._to_mentor = [mentors[mentor].group(mentees[mentee].id) for mentee, mentor in compatibility.pairs]

    def _of_mentee(self, mentee: int) -> list[int]:
        return [position for position in self._compatibility.pairs_of_mentee[mentee] if position in self.alive]

    def _capacity(self, mentor: int) -> int:
        return self._compatibility.problem.capacity(self._compatibility.mentors[mentor].site)

    def _best_first(self, mentor: int) -> list[int]:
        own = (position for position in self._compatibility.pairs_of_mentor[mentor] if position in self.alive)
        return sorted(own, key=self._to_mentor.__getitem__)

    def below_an_offer(self, mentor: int) -> Iterator[int]:
        """Give what the mentees like less that this mentor has room for in any case."""
        room = self._capacity(mentor)
        found: list[int] = []
        for _, group in groupby(self._best_first(mentor), key=self._to_mentor.__getitem__):
            members = list(group)
            room -= len(members)
            if room < 0:
                break
            for offer in members:
                mentee = self._compatibility.pairs[offer][0]
                found += [p for p in self._of_mentee(mentee) if self._to_mentee[p] > self._to_mentee[offer]]
        yield from found

    def alone_on_top(self) -> list[list[int]]:
        """Return for each mentor the pairs with mentees that like it alone best."""
        tops: list[list[int]] = [[] for _ in self._compatibility.mentors]
        for mentee in range(len(self._compatibility.mentees)):
            own = sorted(self._of_mentee(mentee), key=self._to_mentee.__getitem__)
            if own and (len(own) == 1 or self._to_mentee[own[0]] < self._to_mentee[own[1]]):
                tops[self._compatibility.pairs[own[0]][1]].append(own[0])
        return tops

    def crowded_out(self, mentor: int, alone: list[int]) -> list[int]:
        """Return the pairs below those that fill this mentor in any case."""
        capacity = self._capacity(mentor)
        if not 0 < capacity <= len(alone):
            return []
        last = sorted(self._to_mentor[position] for position in alone)[capacity - 1]
        return [position for position in self._best_first(mentor) if self._to_mentor[position] > last]
