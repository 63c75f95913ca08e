"""Why earlier pairs are not in an answer: what stands against each, by itself or beside the pairs that are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.compatibility.refused import refusals_of
from prssmi_match.explanation.pinned import Pinned
from prssmi_match.problem.wording import changed_pair_sentence
from prssmi_match.solution.rematch import ChangedPair

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
    pinned = Pinned(problem, previous, budget) if gone and found is not None else None
    return tuple(_lost(problem, pair, kept, found, pinned) for pair in gone)


def makeable_pairs(problem: Problem, pairs: Sequence[Pair], budget: Budget) -> tuple[Pair, ...]:
    """Return those of the pairs that some matching has; one of which that was not worked out in time is among them."""
    pinned = Pinned(problem, pairs, budget)
    if pinned.against(pairs) == ():
        return tuple(pairs)
    return tuple(pair for pair in pairs if not pinned.against([pair]))


def _lost(
    problem: Problem, pair: Pair, kept: Sequence[Pair], found: Matching | None, pinned: Pinned | None
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
