"""A market solved: most mentees, then the highest total, with the prices that prove both."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from prssmi_match.errors import VerificationError
from prssmi_match.scale.network import network_of, plainly_priced, priced
from prssmi_match.scale.proof import find_defects, proved_bound
from prssmi_match.solving.network import best_flow

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from prssmi_match.scale.market import Market
    from prssmi_match.scale.proof import Prices

__all__ = ["Solved", "solve_market", "verified_bound"]


class Solved(NamedTuple):
    """Positions of the chosen pairs, and the prices that prove the number of mentees, and then the total."""

    chosen: NDArray[np.int64]
    first: Prices
    then: Prices


def solve_market(market: Market) -> Solved | None:
    """Solve a market; None where its minimums cannot all be met."""
    most = best_flow(network_of(market), np.ones(len(market.row), dtype=np.int64))
    if most is None:
        return None
    most = plainly_priced(market, most)
    best = best_flow(most.face(), market.score)
    assert best is not None  # noqa: S101 - the flow before is on this face
    chosen = np.flatnonzero(best.flow[: len(market.row)])
    return Solved(chosen, priced(market, most), priced(market, best, most))


def verified_bound(market: Market, solved: Solved) -> int:
    """Return the bound of the total, once the tables agree with all that is claimed.

    Raises
    ------
    VerificationError
        If they do not.
    """
    chosen, first, then = solved
    most = proved_bound(market, np.zeros_like(market.score), first)
    bound = proved_bound(market, market.score, then) - then.bonus * len(chosen)
    total = int(market.score[chosen].sum())
    defects = find_defects(market, chosen)
    if most != len(chosen):
        defects.append(f"{len(chosen)} mentees are matched, and the proof says {most}")
    if bound != total:
        defects.append(f"the total is {total}, and the proof says {bound}")
    if defects:
        raise VerificationError(defects, f"{len(market.row)} pairs, {len(market.mentors)} mentors")
    return bound
