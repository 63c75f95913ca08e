from dataclasses import replace

import numpy as np
import pytest

from prssmi_match.solving.network.flow import any_flow, cheapest_flow, largest_flow
from unit.solving.network.networks import bipartite


@pytest.fixture
def without_solver(monkeypatch):
    """Let no cheapest flow be solved."""
    monkeypatch.setattr("prssmi_match.solving.network.flow.SimpleMinCostFlow", None)


@pytest.fixture
def regions():
    """Two regions of three mentees and two places, one of one and three, one of one and none; and a largest flow."""
    pairs = [*((mentee, mentee // 3) for mentee in range(7)), (7, 3)]
    network = bipartite(pairs, [2, 2, 3, 0])
    best = network.narrowed(np.array([0] * 8 + [0] * 6 + [1, 0] + [1, 1, 0, 1]))  # prices of pairs, mentees, mentors
    matched = [0, 1, 1, 0, 1, 1, 1, 0]
    return replace(best, known=np.array([*matched, *matched, 2, 2, 1, 0]))


def costs(*mentees):
    """Return what a unit costs on each arc, where those into mentees cost something."""
    return np.array([*[0] * 8, *mentees, *[0] * 4])


@pytest.mark.usefixtures("without_solver")
@pytest.mark.parametrize("cost", [(-7, -9, -8, -2, -5, -3, -1, -9), (3, 1, 2, 0, -4, -1, 0, -1)])
def test_those_who_enter_are_ranked_region_by_region(cost, regions):
    """The known flow is the cheapest where it takes the cheapest of each region that has too few places."""
    assert cheapest_flow(regions, costs(*cost)) is regions.known


@pytest.mark.parametrize("pair", [None, 0, 4])
def test_a_known_flow_that_is_not_the_cheapest(pair, regions):
    """Where another mentee costs less it enters, whether or not its pair costs something, too."""
    cost = costs(-7, -9, -5, -2, -5, -3, -1, -9)
    if pair is not None:
        cost[pair] += 1
    assert cheapest_flow(regions, cost)[:8].tolist() == [1, 1, 0, 0, 1, 1, 1, 0]


@pytest.mark.usefixtures("without_solver")
def test_any_flow_is_the_known_one(regions):
    """Where a flow is known, none is looked for."""
    assert any_flow(regions) is regions.known


def test_the_largest_flow():
    """One of two mentees for the same place, and a third one."""
    assert largest_flow(bipartite([(0, 0), (1, 0), (2, 1)], [1, 1]))[-2:].tolist() == [1, 1]
