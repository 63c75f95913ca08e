"""A market cut where no pair connects: parts that can be solved apart, and whose answers and proofs add up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from prssmi_match.scale.market import Market
from prssmi_match.solving.connected import bundles, first_connected

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Part", "parts_of"]

PAIRS = 100_000
"""Components are put together until a part has as many pairs, so that thousands of small ones are a few parts."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some components of a market.

    Attributes
    ----------
    pairs : array of int64
        The positions of its pairs in the whole.
    """

    market: Market
    pairs: NDArray[np.int64]


def parts_of(market: Market) -> list[Part]:
    """Return the parts in the order of their first mentees; all in one where a limit of seats binds them together.

    They follow from the market alone, never from where they are solved.
    """
    whole = Part(market, np.arange(len(market.row)))
    if market.seats < market.mentees or len(market.row) <= PAIRS:
        return [whole]
    sites = market.mentees + len(market.mentors)
    root = first_connected(sites, market.mentee, market.mentees + market.mentor)
    of_site = bundles(root, np.bincount(market.mentee, minlength=sites), PAIRS)
    of_mentee, of_mentor = of_site[: market.mentees], of_site[market.mentees :]
    of_pair = of_mentee[market.mentee]
    parts = range(int(of_site.max()) + 1)
    if len(parts) == 1:
        return [whole]
    members = ([np.flatnonzero(of == one) for of in (of_mentee, of_mentor, of_pair)] for one in parts)
    return [Part(_cut(market, mentees, mentors, pairs), pairs) for mentees, mentors, pairs in members]


def _cut(market: Market, mentees: NDArray[np.int64], mentors: NDArray[np.int64], pairs: NDArray[np.int64]) -> Market:
    return Market(
        row=market.row[pairs],
        mentee=np.searchsorted(mentees, market.mentee[pairs]),
        mentor=np.searchsorted(mentors, market.mentor[pairs]),
        score=market.score[pairs],
        mentees=len(mentees),
        mentors=market.mentors[mentors],
        capacity=market.capacity[mentors],
        minimum=market.minimum[mentors],
        seats=len(mentees),
    )
