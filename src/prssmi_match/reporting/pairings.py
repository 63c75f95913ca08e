"""Every pair of available sites: whether it is possible, how well it fits, and what there is to tell about it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING

from prssmi_match.compatibility import assess
from prssmi_match.problem.criteria import PairScore
from prssmi_match.problem.policy import pair_criteria_of
from prssmi_match.problem.values import round_half_up
from prssmi_match.problem.wording import label_mentee, label_mentor, refusal_mark, refusal_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from prssmi_match.compatibility import Compatibility
    from prssmi_match.problem.criteria import PairCriterion
    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.facts import Refusal
    from prssmi_match.reporting.told import Told
    from prssmi_match.solution.result import Result

__all__ = ["Pairing", "Pairings", "find_pairings"]

MOST_PAIRS = 20_000
"""Pairs that a page can hold and a browser can still show without delay."""

_NO_PRICE = "What this pair would cost was not worked out: see What this report leaves out."
_MOST_POINTS = 1000
"""What one criterion gives a pair at most, scores that the document states aside."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """One pair.

    Parameters
    ----------
    percent : int or None
        Its fit in percent of the most there can be; None where it is not possible, or nothing measures it.
    marks : tuple of (str, str)
        Where it is not possible: the sort of each ground, as a letter and in words.
    in_answer : bool
        Whether the answer has it.
    reason : str
        What there is to tell about it, in whole sentences.
    brief : str
        The same for where the rest is told of the mentee anyway.
    """

    mentee: str
    mentor: str
    percent: int | None
    marks: tuple[tuple[str, str], ...]
    in_answer: bool
    reason: str
    brief: str

    @property
    def possible(self) -> bool:
        """Whether nothing forbids it by itself."""
        return not self.marks


@dataclass(frozen=True, slots=True)
class Pairings:
    """All pairs by the ids of mentee and mentor, both in order; ``tier`` is the aim that measures the fit."""

    mentees: tuple[str, ...]
    mentors: tuple[str, ...]
    pairs: Mapping[tuple[str, str], Pairing]
    tier: str | None


def find_pairings(result: Result, told: Told) -> Pairings | None:
    """Return every pair of available sites, with what the parts tell of it; None where there are too many."""
    sides = result.problem.mentees, result.problem.mentors
    if prod(sum(site.available for site in side) for side in sides) > MOST_PAIRS:
        return None
    grid = assess(result.problem)
    tier, percents = _fit(grid)
    teller = _Teller(result, told, percents)
    pairs = {}
    for mentee in grid.mentees:
        for mentor in grid.mentors:
            key = mentee.id, mentor.id
            refusals = grid.refusals(mentee, mentor)
            pairs[key] = Pairing(
                *key,
                percent=percents.get(key),
                marks=tuple(dict.fromkeys(map(refusal_mark, refusals))),
                in_answer=key in teller.answer,
                reason=teller.reason(*key, refusals),
                brief=teller.brief(*key, refusals),
            )
    return Pairings(tuple(site.id for site in grid.mentees), tuple(site.id for site in grid.mentors), pairs, tier)


def _fit(grid: Compatibility) -> tuple[str | None, dict[tuple[str, str], int]]:
    """Return the first aim that gives pairs points, and each possible pair's share of the most there can be."""
    for tier in grid.problem.program.tiers:
        if criteria := pair_criteria_of(tier):
            points = grid.weighted(criteria)
            most = _most(criteria, points)
            shares = [round_half_up(Fraction(100 * value, most)) for value in points]
            keys = [(grid.mentees[mentee].id, grid.mentors[mentor].id) for mentee, mentor in grid.pairs]
            return tier.name, dict(zip(keys, shares, strict=True))
    return None, {}


def _most(criteria: tuple[PairCriterion, ...], points: list[int]) -> int:
    if any(isinstance(criterion, PairScore) for criterion in criteria):
        return max([1, *points])
    return _MOST_POINTS * sum(criterion.weight for criterion in criteria)


class _Teller:
    """What there is to tell about each pair of one result."""

    def __init__(self, result: Result, told: Told, percents: Mapping[tuple[str, str], int]) -> None:
        self._problem: Problem = result.problem
        self._told = told
        self._percents = percents
        self._matching = result.matching if result.has_matching else None
        self.answer = {pair.key for pair in self._matching.pairs} if self._matching else set()

    def reason(self, mentee: str, mentor: str, refusals: tuple[Refusal, ...]) -> str:
        """Say whether the answer has a pair; why, or why not."""
        own, other = label_mentee(self._problem, mentee), label_mentor(self._problem, mentor)
        if (mentee, mentor) in self.answer:
            why = self._told.reasons.get(mentee)
            start = f"In the answer: {own} is with {other}.{self._fit(mentee, mentor)}"
            return start if why is None else f"{start} {why.sentence}"
        if refusals:
            return self.brief(mentee, mentor, refusals)
        start = f"No rule forbids {own} with {other} by itself.{self._fit(mentee, mentor)}"
        return " ".join([start, *self._instead(mentee, mentor)])

    def brief(self, mentee: str, mentor: str, refusals: tuple[Refusal, ...]) -> str:
        """Say the same in few words."""
        if (mentee, mentor) in self.answer:
            return "In the answer."
        if refusals:
            grounds = (refusal_sentence(self._problem, refusal, mentee, mentor) for refusal in refusals)
            return " ".join(["Not possible:", *grounds])
        price = self._told.prices.get((mentee, mentor))
        return "No rule forbids it by itself." if price is None else price.sentence

    def _instead(self, mentee: str, mentor: str) -> Iterator[str]:
        """Say what the answer does with a mentee, and what it would cost to have it with this mentor instead."""
        if self._matching is None:
            return
        own, now = label_mentee(self._problem, mentee), self._matching.mentor_of(mentee)
        if now is None:
            yield f"The answer has no mentor for {own}."
        else:
            yield f"The answer has {own} with {label_mentor(self._problem, now)}.{self._fit(mentee, now)}"
        price = self._told.prices.get((mentee, mentor))
        yield _NO_PRICE if price is None else price.sentence

    def _fit(self, mentee: str, mentor: str) -> str:
        percent = self._percents.get((mentee, mentor))
        return "" if percent is None else f" Fit: {percent} %."
