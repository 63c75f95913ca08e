"""Why earlier pairs are not in an answer: what stands against each, by itself or beside the pairs that are kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.compatibility.refused import refusals_of
from prssmi_match.explanation.conflict import conflict_of, minimal_conflict
from prssmi_match.problem.changes import with_pins
from prssmi_match.problem.facts import Fact
from prssmi_match.problem.wording import changed_pair_sentence, one_mentor_sentence
from prssmi_match.solution.rematch import ChangedPair
from prssmi_match.solving.cpsat import GuardedFormulation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.matching import Matching
    from prssmi_match.solving import Budget

__all__ = ["lost_pairs", "makeable_pairs"]

Pair = tuple[str, str]


def lost_pairs(
    problem: Problem, previous: Sequence[Pair], found: Matching | None, budget: Budget
) -> tuple[ChangedPair, ...]:
    """Return the earlier pairs that an answer does not have, in the order given, each with what stands against it.

    Parameters
    ----------
    problem : Problem
        The document with all rules that the answer keeps.
    found : Matching or None
        Without one only what refuses a pair is looked at.
    """
    made = frozenset[Pair]() if found is None else {pair.key for pair in found.pairs}
    kept, gone = [pair for pair in previous if pair in made], [pair for pair in previous if pair not in made]
    pinned = _Pinned(problem, previous, budget) if gone and found is not None else None
    return tuple(_lost(problem, pair, kept, found, pinned) for pair in gone)


def makeable_pairs(problem: Problem, pairs: Sequence[Pair], budget: Budget) -> tuple[Pair, ...]:
    """Return those of the pairs that some matching has; one of which that was not worked out in time is among them."""
    pinned = _Pinned(problem, pairs, budget)
    if pinned.against(pairs) == ():
        return tuple(pairs)
    return tuple(pair for pair in pairs if not pinned.against([pair]))


def _lost(
    problem: Problem, pair: Pair, kept: Sequence[Pair], found: Matching | None, pinned: _Pinned | None
) -> ChangedPair:
    mentee, mentor = pair
    reasons = tuple(member.sentence for member in refusals_of(problem, mentee)[mentor])
    possible, could_stay = not reasons, False if reasons else None
    if pinned is not None and possible:
        beside = pinned.against([*kept, pair])
        alone = pinned.against([pair]) if beside else ()
        possible, could_stay = not alone, None if beside is None else not beside
        reasons = alone or beside or ()
    now = None if found is None else found.mentor_of(mentee)
    sentence = changed_pair_sentence(problem, mentee, mentor, now, reasons, beside=possible)
    return ChangedPair(
        mentee=mentee,
        mentor=mentor,
        now=now,
        possible=possible,
        could_stay=could_stay,
        reasons=reasons,
        sentence=sentence,
    )


class _Pinned:
    """A document with a pin for each of some pairs, of which only those that are asked about are in force."""

    def __init__(self, problem: Problem, pairs: Sequence[Pair], budget: Budget) -> None:
        self._budget = budget
        self._problem = with_pins(problem, pairs)
        self._rules = GuardedFormulation(self._problem)
        pins = (Fact("rule", (str(rule.id),)) for rule in self._problem.rules[len(problem.rules) :])
        self._pins = dict(zip(pairs, pins, strict=True))

    def against(self, pairs: Sequence[Pair]) -> tuple[str, ...] | None:
        """Return what does not let all these be together, a sentence each; None where it was not worked out."""
        pins = [self._pins[pair] for pair in pairs]
        others = {*self._pins.values()} - {*pins}
        rules = _Part(self._rules, tuple(fact for fact in self._rules.facts if fact not in others))
        feasible = rules.is_feasible(rules.facts, self._budget)
        if feasible is not False:
            return () if feasible else None
        members = conflict_of(self._problem, *minimal_conflict(rules, self._budget, always=pins)).members
        return tuple(member.sentence for member in members) or (one_mentor_sentence(),)


@dataclass(frozen=True, slots=True)
class _Part:
    """A formulation of which some rules are never in force."""

    rules: GuardedFormulation
    facts: tuple[Fact, ...]

    def is_feasible(self, facts: Sequence[Fact], budget: Budget) -> bool | None:
        return self.rules.is_feasible(facts, budget)

    def core(self, facts: Sequence[Fact], budget: Budget) -> list[Fact]:
        return self.rules.core(facts, budget)
