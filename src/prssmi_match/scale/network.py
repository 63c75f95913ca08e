"""A market as a network, and the prices in its proof."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from prssmi_match.scale.proof import Prices
from prssmi_match.solving.network import HUB, Network

if TYPE_CHECKING:
    from prssmi_match.scale.market import Market
    from prssmi_match.solving.network import Optimum

__all__ = ["network_of", "plainly_priced", "priced"]


def network_of(market: Market) -> Network:
    """Return hub -> seats -> mentee -> mentor -> hub; arcs in this order: pairs, mentees, mentors, seats."""
    pairs, mentees, mentors = len(market.row), market.mentees, len(market.mentors)
    none, one = np.zeros(pairs + mentees, dtype=np.int64), np.ones(pairs + mentees, dtype=np.int64)
    mentee, mentor = 1 + np.arange(mentees), 1 + mentees + np.arange(mentors)
    seats = 1 + mentees + mentors
    tail = np.concatenate([1 + market.mentee, np.full(mentees, seats), mentor, [HUB]])
    head = np.concatenate([1 + mentees + market.mentor, mentee, np.full(mentors, HUB), [seats]])
    lower = np.concatenate([none, market.minimum, [0]])
    upper = np.concatenate([one, np.maximum(market.capacity, market.minimum), [market.seats]])
    return Network(seats + 1, pairs, tail, head, lower, upper)


def plainly_priced(market: Market, most: Optimum) -> Optimum:
    """Return the largest flow with the plainest prices that prove it.

    Where every mentee is matched, every seat taken, or every place filled, that is the reason why there are no more. It
    holds whatever other pairs there are; the prices that the flow gives tell it by single pairs.
    """
    parts = (len(market.row), market.mentees, len(market.mentors), 1)
    limits = (market.mentees, int(market.capacity.sum()), market.seats)
    if market.minimum.any() or most.value not in limits:
        return most
    reason = 1 + limits.index(most.value)
    return replace(most, price=np.repeat(np.arange(4) == reason, parts).astype(np.int64))


def priced(market: Market, optimum: Optimum, before: Optimum | None = None) -> Prices:
    """Return the prices that prove an optimum by the tables alone.

    The second optimum is one on the face of the first. It needs no face where each matched mentee earns a bonus that
    makes any assignment of fewer mentees a loss: as many times the prices of the first as it takes that no pair, place
    or seat that the face settles is better otherwise.
    """
    if before is None:
        price, bonus = optimum.price, 1
    else:
        settled = before.price != 0
        against = np.where(before.price > 0, -optimum.price, optimum.price)[settled]
        weight = np.abs(before.price[settled])
        bonus = int(np.maximum(0, -(-against // weight)).max(initial=0))
        price = optimum.price + bonus * before.price
    places = len(market.row) + market.mentees
    mentor = price[places : places + len(market.mentors)]
    return Prices(bonus, mentor, int(price[-1]))
