"""Pairs that no stable matching has, found before the search.

The reductions of R. W. Irving and D. F. Manlove for hospitals and residents with ties ("Approximation algorithms for
hard variants of the stable marriage and hospitals/residents problems", 2008), repeated until neither finds a pair:

- Where a mentor has room for all mentees of its top groups, each of those gets this mentor or one that it likes as
  well: otherwise the two would block. So all that such a mentee likes less is out of reach.
- Where at least as many mentees as a mentor takes like it alone best, it never has to take one below them.

What makes a pair hopeless also keeps it from blocking: without the hopeless pairs, a matching is stable where none of
the others blocks. So a model needs neither them nor their rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from prssmi_match.compatibility import Compatibility

__all__ = ["hopeless_pairs"]


def hopeless_pairs(
    compatibility: Compatibility, *, excuses_mentees: bool = False, excuses_mentors: bool = False
) -> NDArray[np.bool_]:
    """Return for each pair whether it is known to be in no stable matching.

    Parameters
    ----------
    excuses_mentees : bool
        Whether unmatched mentees can be excused: then those who like a mentor best need not fill it.
    excuses_mentors : bool
        Whether unused mentors can be excused: then nobody can count on their room.
    """
    left = _everything(compatibility)
    capacity = np.array([compatibility.problem.capacity(one.site) for one in compatibility.mentors], dtype=np.int64)
    before = len(left.position) + 1
    while len(left.position) < before:
        before = len(left.position)
        if not excuses_mentors:
            left = _without_those_below_an_offer(left, capacity)
        if not excuses_mentees:
            left = _without_the_crowded_out(left, capacity)
    hopeless = np.ones(len(compatibility.pairs), dtype=bool)
    hopeless[left.position] = False
    return hopeless


class _Left(NamedTuple):
    """The pairs that are left, with their sites and groups; by mentor, its best mentees first."""

    position: NDArray[np.int64]
    mentee: NDArray[np.int64]
    mentor: NDArray[np.int64]
    to_mentee: NDArray[np.int64]
    to_mentor: NDArray[np.int64]

    def only(self, kept: NDArray[np.bool_] | NDArray[np.int64]) -> _Left:
        return _Left(*(column[kept] for column in self))


def _everything(compatibility: Compatibility) -> _Left:
    cells, groups = compatibility.cells, compatibility.groups
    pairs = _Left(np.arange(len(cells.mentee)), cells.mentee, cells.mentor, groups.to_mentee, groups.to_mentor)
    return pairs.only(np.lexsort((pairs.to_mentor, pairs.mentor)))


def _without_those_below_an_offer(left: _Left, capacity: NDArray[np.int64]) -> _Left:
    """Leave out what the mentees like less than a mentor that has room for them in any case."""
    block = left.mentor * (left.to_mentor.max(initial=0) + 1) + left.to_mentor
    reach = np.searchsorted(block, block, side="right") - np.searchsorted(left.mentor, left.mentor)
    offers = left.only(reach <= capacity[left.mentor])
    last = _least(offers.mentee, offers.to_mentee, left)
    return left.only(left.to_mentee <= last[left.mentee])


def _without_the_crowded_out(left: _Left, capacity: NDArray[np.int64]) -> _Left:
    """Leave out the pairs below those that fill a mentor in any case: of mentees that like it alone best."""
    on_top = left.to_mentee == _least(left.mentee, left.to_mentee, left)[left.mentee]
    number_on_top = np.bincount(left.mentee[on_top], minlength=left.mentee.max(initial=0) + 1)
    alone = left.only(on_top & (number_on_top[left.mentee] == 1))
    place = np.arange(len(alone.mentor)) - np.searchsorted(alone.mentor, alone.mentor)
    filling = alone.only(place == capacity[alone.mentor] - 1)
    last = np.full(len(capacity), _BEYOND)
    last[filling.mentor] = filling.to_mentor
    return left.only(left.to_mentor <= last[left.mentor])


_BEYOND = np.iinfo(np.int64).max


def _least(mentee: NDArray[np.int64], groups: NDArray[np.int64], left: _Left) -> NDArray[np.int64]:
    """Return the least of the groups that each mentee has; beyond all where it has none."""
    least = np.full(left.mentee.max(initial=0) + 1, _BEYOND)
    np.minimum.at(least, mentee, groups)
    return least
