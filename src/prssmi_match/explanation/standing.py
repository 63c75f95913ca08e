"""How far each mentee without a mentor gets: the first tiers that some matching with it serves as well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.solving.assignment import UNMATCHED
from prssmi_match.solving.objective import Objective

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prssmi_match.solving import BestAnswers
    from prssmi_match.solving.assignment import Assignment
    from prssmi_match.solving.cpsat import Search

__all__ = ["Standing", "standings"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a mentee gets.

    Attributes
    ----------
    tiers : int or None
        How many tiers, from the first, some matching with the mentee serves as well as the answer; -1 where there is
        no matching with it at all; None where time ran out.
    witness : Assignment or None
        Such a matching.
    """

    tiers: int | None
    witness: Assignment | None = None


def standings(answers: BestAnswers, mentees: Iterable[int]) -> dict[int, Standing]:
    """Return the standing of each mentee, by position.

    All are asked about at once, tier by tier: one matching shows it for every mentee that it has.
    """
    found: dict[int, Standing] = {}
    left: dict[int, Assignment | None] = dict.fromkeys(mentees)
    for tiers in range(len(answers.tiers) + 1):
        reached, proved = _reached(answers.search(upto=tiers), left)
        for mentee in left.keys() - reached.keys():
            found[mentee] = Standing(tiers - 1 if proved else None, left[mentee])
        left = dict(reached)
    return {**found, **{mentee: Standing(len(answers.tiers), witness) for mentee, witness in left.items()}}


def _reached(search: Search, mentees: Iterable[int]) -> tuple[dict[int, Assignment], bool]:
    """Return a matching of a search for each mentee that has one, and whether the others are proved to have none."""
    waiting, found = set(mentees), dict[int, "Assignment"]()
    while waiting:
        anyone = Objective([int(mentee in waiting) for mentee, _ in search.compatibility.pairs])
        reached = search.reach(anyone, 1, guide=anyone)
        if not reached:
            return found, reached is False
        matched = {mentee for mentee in waiting if search.incumbent.mentor_of[mentee] != UNMATCHED}
        found.update(dict.fromkeys(matched, search.incumbent))
        waiting -= matched
    return found, True
