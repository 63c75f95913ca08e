"""Textbook definitions and algorithms of two-sided matching, written from the literature and free of the library.

A mentee is a resident, a mentor a hospital. ``rank`` counts groups of a list from 0; all that a site does not list come
after its groups, side by side. A matching maps mentees to mentors; who is left out is unmatched.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from itertools import product

__all__ = [
    "Market",
    "assignments",
    "blocking_pairs",
    "mentees_propose",
    "mentors_propose",
    "sets_of",
    "stable_matchings",
    "stable_with_most_matched",
    "stable_with_most_used",
]


@dataclass(frozen=True)
class Market:
    """Two sides, their lists (groups, best first), how many a mentor takes, and which pairs are acceptable at all."""

    mentees: dict[str, list[list[str]]]
    mentors: dict[str, list[list[str]]]
    capacity: dict[str, int]
    acceptable: frozenset[tuple[str, str]]

    @cached_property
    def _groups(self):
        lists = {**self.mentees, **self.mentors}
        return {site: {one: place for place, group in enumerate(lists[site]) for one in group} for site in lists}

    def rank(self, site, other):
        """Return the group in which a site has another; the groups' number where it does not list it."""
        return self._groups[site].get(other, len((self.mentees.get(site) or self.mentors.get(site)) or ()))

    def part(self, mentees, mentors):
        """Return the market of some of its sites."""
        pairs = ((one, other) for one, other in self.acceptable if one in mentees and other in mentors)
        return Market(
            {one: groups for one, groups in self.mentees.items() if one in mentees},
            {one: groups for one, groups in self.mentors.items() if one in mentors},
            self.capacity,
            frozenset(pairs),
        )


def sets_of(mentor_of):
    """Return the set of mentees of every mentor that has one."""
    return {mentor: {one for one in mentor_of if mentor_of[one] == mentor} for mentor in mentor_of.values()}


def blocking_pairs(market, mentor_of, most_matched=math.inf, most_used=math.inf):
    """Return the pairs that would both rather be paired, sorted; a maximum that is reached excuses who is left out."""
    sets = sets_of(mentor_of)

    def mentee_would(mentee, mentor):
        if mentee not in mentor_of:
            return len(mentor_of) < most_matched
        return market.rank(mentee, mentor) < market.rank(mentee, mentor_of[mentee])

    def mentor_would(mentor, mentee):
        held = sets.get(mentor, set())
        if not held and len(sets) >= most_used:
            return False
        rank = market.rank(mentor, mentee)
        return len(held) < market.capacity[mentor] or any(rank < market.rank(mentor, one) for one in held)

    pairs = sorted(market.acceptable)
    return [
        (mentee, mentor) for mentee, mentor in pairs if mentee_would(mentee, mentor) and mentor_would(mentor, mentee)
    ]


def assignments(market):
    """Give every matching of acceptable pairs that no mentor's capacity forbids."""
    choices = [[None, *(mentor for mentor in market.mentors if (one, mentor) in market.acceptable)]
               for one in market.mentees]  # fmt: skip
    for choice in product(*choices):
        if all(choice.count(mentor) <= market.capacity[mentor] for mentor in set(choice) - {None}):
            yield {one: mentor for one, mentor in zip(market.mentees, choice, strict=True) if mentor is not None}


def stable_matchings(market, most_matched=math.inf, most_used=math.inf):
    """Return every matching within the maximums that no pair blocks."""
    within = (
        one for one in assignments(market) if len(one) <= most_matched and len(set(one.values())) <= most_used
    )  # fmt: skip
    return [one for one in within if not blocking_pairs(market, one, most_matched, most_used)]


def _ranked(market, site, others):
    """Return others best first; ties are broken by id, whoever asks first."""
    return sorted(others, key=lambda other: (market.rank(site, other), other))


def mentees_propose(market):
    """Deferred acceptance (Gale and Shapley 1962): the stable matching that is best for every mentee of strict lists.

    With ties, which are broken by id, the answer is weakly stable.
    """
    to_ask = {
        mentee: _ranked(market, mentee, [other for one, other in sorted(market.acceptable) if one == mentee])
        for mentee in market.mentees
    }
    held = {mentor: [] for mentor in market.mentors}
    free = list(market.mentees)
    while free:
        mentee = free.pop()
        if not to_ask[mentee]:
            continue
        mentor = to_ask[mentee].pop(0)
        ranked = _ranked(market, mentor, [*held[mentor], mentee])
        held[mentor] = ranked[: market.capacity[mentor]]
        free.extend(ranked[market.capacity[mentor] :])
    return {mentee: mentor for mentor, mentees in held.items() for mentee in mentees}


def mentors_propose(market):
    """Deferred acceptance with the offers of mentors: best for every mentor, worst for every mentee of strict lists."""
    to_ask = {
        mentor: _ranked(market, mentor, [one for one, other in sorted(market.acceptable) if other == mentor])
        for mentor in market.mentors
    }
    mentor_of = {}

    def has_an_offer(mentor):
        load = sum(1 for other in mentor_of.values() if other == mentor)
        return bool(to_ask[mentor]) and load < market.capacity[mentor]

    while offering := [mentor for mentor in market.mentors if has_an_offer(mentor)]:
        mentor = offering[0]
        mentee = to_ask[mentor].pop(0)
        if mentee not in mentor_of or market.rank(mentee, mentor) < market.rank(mentee, mentor_of[mentee]):
            mentor_of[mentee] = mentor
    return mentor_of


def stable_with_most_matched(market, most):
    """Let mentees in one at a time: each matches at most one more, so the maximum is met exactly, or never."""
    let_in, mentor_of = [], {}
    for mentee in market.mentees:
        if len(mentor_of) == most:
            break
        let_in.append(mentee)
        mentor_of = mentees_propose(market.part(let_in, market.mentors))
    return mentor_of


def stable_with_most_used(market, most):
    """Let mentors in one at a time: nobody turns to one that was unused before, so each brings at most one in use."""
    let_in, mentor_of = [], {}
    for mentor in market.mentors:
        if len(set(mentor_of.values())) == most:
            break
        let_in.append(mentor)
        mentor_of = mentees_propose(market.part(market.mentees, let_in))
    return mentor_of
