"""The assignment over a whole grid from few of its pairs: those that turn out to be missing are added until none is."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np

from prssmi_match.scale.assignment import Assignment
from prssmi_match.scale.candidate_pairs import Kept
from prssmi_match.scale.certificate import find_missing
from prssmi_match.scale.findings import Findings
from prssmi_match.scale.market import Market, check_sums
from prssmi_match.scale.solved import solve_market, verified_bound
from prssmi_match.solution.status import Status

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from prssmi_match.scale.candidate_pairs import Candidates

__all__ = ["assign_lazily"]


def assign_lazily(candidates: Candidates) -> Assignment:
    """Match most mentees, then with the highest total, over every pair that a document admits.

    Column generation: solve with few pairs, look by the prices for others that could help (their reduced cost is above
    0), add those, and solve again (L. R. Ford, D. R. Fulkerson, A suggested computation for maximal multi-commodity
    network flows, 1958). It ends when there are none, and then the prices prove the answer for all pairs.
    """
    begin = time.monotonic()
    kept, rounds = candidates.kept, 0
    while True:
        rounds += 1
        mentees, market = _market(candidates, kept)
        solved = solve_market(market)
        assert solved is not None  # noqa: S101 - without minimums the empty assignment keeps the bounds
        missing = find_missing(candidates, mentees, market, solved.first, solved.then) if len(kept.mentee) else None
        if missing is None:
            break
        kept = _joined(kept, missing)
    chosen = Kept(kept.mentee[solved.chosen], kept.mentor[solved.chosen], kept.score[solved.chosen])
    return Assignment(
        status=Status.OPTIMAL,
        seconds=time.monotonic() - begin,
        mentees=len(solved.chosen),
        value=int(market.score[solved.chosen].sum()),
        bound=verified_bound(market, solved),
        rounds=rounds,
        used=len(kept.mentee),
        chosen=candidates.table(chosen),
    )


def _market(candidates: Candidates, kept: Kept) -> tuple[NDArray[np.int64], Market]:
    """Return the mentees that have a pair, and the market of the pairs."""
    mentees, mentee = np.unique(kept.mentee, return_inverse=True)
    findings = Findings()
    check_sums(kept.score, len(mentees), len(candidates.capacity), findings)
    findings.stop()
    capacity = np.minimum(candidates.capacity.to_numpy(), len(mentees))
    seats = min(len(mentees), candidates.seats)
    row = np.arange(len(kept.mentee))
    none = np.zeros_like(capacity)
    index = candidates.capacity.index
    return mentees, Market(row, mentee, kept.mentor, kept.score, len(mentees), index, capacity, none, seats)


def _joined(kept: Kept, missing: Kept) -> Kept:
    """Return both, sorted by mentee, then mentor."""
    mentee = np.concatenate([kept.mentee, missing.mentee])
    mentor = np.concatenate([kept.mentor, missing.mentor])
    order = np.lexsort((mentor, mentee))
    return Kept(mentee[order], mentor[order], np.concatenate([kept.score, missing.score])[order])
