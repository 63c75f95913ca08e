"""A market as one raw flow, as four tiers on the network core, and as rows and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from benchmarks.peers.program import Aim, Program, Rows

if TYPE_CHECKING:
    from benchmarks.networks import Market

__all__ = ["four_tiers", "market_program", "raw_flow"]


def raw_flow(market: Market) -> tuple[int, int]:
    """Return the number matched and the total of one raw flow."""
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

    mentees = len(market.review)
    solver = SimpleMinCostFlow()
    ones = np.ones_like(market.mentee)
    solver.add_arcs_with_capacity_and_unit_cost(market.mentee, mentees + market.mentor, ones, -market.score)
    supplies = np.concatenate([np.ones(mentees, dtype=np.int64), -market.capacity])
    solver.set_nodes_supplies(np.arange(len(supplies)), supplies)
    assert solver.solve_max_flow_with_min_cost() == solver.OPTIMAL
    return solver.maximum_flow(), -solver.optimal_cost()


def four_tiers(market: Market) -> dict[str, int]:
    """Return the proved values of coverage, a score by mentee, the score of pairs and a draw, on the core alone."""
    from prssmi_match.solving.network import HUB, Network, best_flow

    mentee, mentees, mentors, count = market.mentee, len(market.review), len(market.capacity), len(market.mentee)
    places = 1 + mentees + np.arange(mentors)
    tail = np.concatenate([1 + mentee, np.full(mentees, HUB), places])
    head = np.concatenate([places[market.mentor], 1 + np.arange(mentees), np.full(mentors, HUB)])
    upper = np.concatenate([np.ones(count + mentees, dtype=np.int64), market.capacity])
    network = Network(1 + mentees + mentors, count, tail, head, np.zeros_like(upper), upper)
    draw = np.random.default_rng(2019).integers(0, 2**30, count)
    earned = {
        "matched": np.ones(count, dtype=np.int64),
        "review": market.review[mentee],
        "score": market.score,
        "draw": draw,
    }
    values = {}
    for name, points in earned.items():
        optimum = best_flow(network, points)
        assert optimum is not None
        assert optimum.value == optimum.bound
        values[name] = optimum.value
        network = optimum.face()
    return values


def market_program(market: Market) -> Program:
    """Return a market as rows and columns; aims: most pairs, then the highest total."""
    count = len(market.mentee)
    rows = Rows()
    for columns in np.split(np.arange(count), np.flatnonzero(np.diff(market.mentee)) + 1):
        rows.add(columns, 1, -np.inf, 1)
    by_mentor = np.argsort(market.mentor, kind="stable")
    starts = np.searchsorted(market.mentor[by_mentor], np.arange(len(market.capacity) + 1))
    for host, most in enumerate(market.capacity.tolist()):
        rows.add(by_mentor[starts[host] : starts[host + 1]], 1, -np.inf, most)
    return rows.program(count, count, [Aim("matched", np.ones(count, dtype=np.int64)), Aim("total", market.score)])
