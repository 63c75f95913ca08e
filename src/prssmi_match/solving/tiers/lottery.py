"""The lottery: what is still tied is decided by a public draw that anyone can recompute."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from prssmi_match.problem.policy import pair_criteria_of
from prssmi_match.solving.cpsat.steps import Step
from prssmi_match.solving.difference import difference
from prssmi_match.solving.objective import Objective

if TYPE_CHECKING:
    from prssmi_match.problem.policy import LotteryTier
    from prssmi_match.solving.tiers.search import TierSearch

__all__ = ["lot", "lottery"]

BITS = 30


def lot(seed: int, first: str, second: str) -> int:
    """Return the first 30 bits of the SHA-256 of the UTF-8 text ``seed|first|second``.

    >>> lot(2019, "pine", "oak") == int.from_bytes(hashlib.sha256(b"2019|pine|oak").digest()[:4], "big") >> 2
    True
    """
    digest = hashlib.sha256(f"{seed}|{first}|{second}".encode()).digest()
    return int.from_bytes(digest[:4], "big") >> (32 - BITS)


def lottery(tier: LotteryTier, search: TierSearch) -> Step:
    """Draw who is matched, then with whom, and in the end leave one answer; the step tells of the second draw.

    Where points of pairs are aimed at, often one answer is left before, and then nothing has to be drawn; a network
    draws sooner than it sees that.
    """
    compatibility, seed = search.compatibility, tier.lottery.seed
    mentees = [mentee.id for mentee in compatibility.mentees]
    mentors = [mentor.id for mentor in compatibility.mentors]
    aimed = any(pair_criteria_of(other) for other in compatibility.problem.program.tiers)
    if aimed and not search.is_quick and _has_another(search) is False:
        only = (compatibility.pairs[position] for position in search.incumbent.chosen)
        value = sum(lot(seed, mentees[mentee], mentors[mentor]) for mentee, mentor in only)
        return Step(value, value)
    by_mentee = [lot(seed, mentee, "") for mentee in mentees]
    seats = Objective([by_mentee[mentee] for mentee, _ in compatibility.pairs])
    pairs = Objective([lot(seed, mentees[mentee], mentors[mentor]) for mentee, mentor in compatibility.pairs])
    draws = []
    for objective in (seats, pairs):
        draws.append(search.maximize(objective))
        search.hold(objective, draws[-1].value)
    proved = all(draw.proved for draw in draws) and _leave_one(search, pairs)
    value = draws[-1].value
    return Step(value, value if proved else max(draws[-1].bound, value + 1))


def _leave_one(search: TierSearch, drawn: Objective) -> bool:
    """Take the smallest list of mentor ids among answers that drew the same; return whether that is proved."""
    if (another := _has_another(search, drawn)) is not True:
        return another is False
    for positions in search.compatibility.pairs_of_mentee:
        # Unmatched comes before every mentor, and mentors come in the order of ids.
        order = [0] * len(search.compatibility.pairs)
        for place, position in enumerate(positions, start=1):
            order[position] = -place
        first = Objective(order)
        step = search.maximize(first)
        search.hold(first, step.value)
        if not step.proved:
            return False
    return True


def _has_another(search: TierSearch, guide: Objective | None = None) -> bool | None:
    """Whether another matching also keeps all that is held."""
    moved, constant = difference(search.incumbent)
    return search.reach(moved, 1 - constant, guide=guide or moved)
