"""Why minimums cannot all be met: mentors that together need more mentees than could come to them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from prssmi_match.scale.network import network_of
from prssmi_match.solving.network import best_flow

if TYPE_CHECKING:
    from prssmi_match.scale.market import Market

__all__ = ["find_conflict"]

NAMED = 5


def find_conflict(market: Market) -> str:
    """Return the reason in words, with the numbers that show it.

    Mentors that cannot all get their minimum are found as in Hall's theorem: fill the minimums as far as possible; the
    mentors whose places are worth nothing by the prices are those that have too few mentees around them.
    """
    asked = int(market.minimum.sum())
    if asked > market.seats and market.seats < market.mentees:
        return f"The minimums add up to {asked} mentees, and there are {market.seats} seats."
    none = np.zeros_like(market.minimum)
    filled = best_flow(
        network_of(replace(market, capacity=market.minimum, minimum=none, seats=market.mentees)),
        np.ones(len(market.row), dtype=np.int64),
    )
    assert filled is not None  # noqa: S101 - without minimums the empty assignment keeps the bounds
    places = len(market.row) + market.mentees
    price = filled.price[places : places + len(market.mentors)]
    short = np.flatnonzero((price <= 0) & (market.minimum > 0))
    reach = len(np.unique(market.mentee[np.isin(market.mentor, short)]))
    names = [str(one) for one in market.mentors[short[:NAMED]]]
    more = f" and {len(short) - NAMED} more" if len(short) > NAMED else ""
    need = int(market.minimum[short].sum())
    return f"{', '.join(names)}{more} must get {need} mentees, and only {reach} have a pair with any of them."
