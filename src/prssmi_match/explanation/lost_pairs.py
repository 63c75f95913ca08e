"""Why earlier pairs are not in an answer: what stands against each, by itself or beside the pairs that are kept."""

from __future__ import annotations

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
    kept = [pair for pair in previous if pair in made]
    return tuple(_lost(problem, pair, kept, found, budget) for pair in previous if pair not in made)


def makeable_pairs(problem: Problem, pairs: Sequence[Pair], budget: Budget) -> tuple[Pair, ...]:
    """Return those of the pairs that some matching has; one of which that was not worked out in time is among them."""
    open_pairs = [pair for pair in pairs if not refusals_of(problem, pair[0])[pair[1]]]
    if against(problem, open_pairs, budget) == ():
        return tuple(open_pairs)
    return tuple(pair for pair in open_pairs if not against(problem, [pair], budget))


def _lost(problem: Problem, pair: Pair, kept: list[Pair], found: Matching | None, budget: Budget) -> ChangedPair:
    mentee, mentor = pair
    reasons = tuple(member.sentence for member in refusals_of(problem, mentee)[mentor])
    possible, could_stay = not reasons, False if reasons else None
    if found is not None and possible:
        beside = against(problem, [*kept, pair], budget)
        alone = against(problem, [pair], budget) if beside else ()
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


def against(problem: Problem, pairs: Sequence[Pair], budget: Budget) -> tuple[str, ...] | None:
    """Return what does not let all these pairs be together, a sentence each; None where it was not worked out."""
    pinned = with_pins(problem, pairs)
    rules = GuardedFormulation(pinned)
    feasible = rules.is_feasible(rules.facts, budget)
    if feasible is not False:
        return () if feasible else None
    pins = [Fact("rule", (str(rule.id),)) for rule in pinned.rules[len(problem.rules) :]]
    members = conflict_of(pinned, *minimal_conflict(rules, budget, always=pins)).members
    return tuple(member.sentence for member in members) or (one_mentor_sentence(),)
