import numpy as np
import pytest

from prssmi_match.solving.network import potentials
from unit.solving.network.networks import bipartite


def test_a_flow_that_is_not_the_cheapest_has_no_potentials():
    """The wrong one of two pairs is found out: the residual network has a cycle that earns."""
    network = bipartite([(0, 0), (0, 1)], [1, 1])
    cost = np.array([-5, -3, 0, 0, 0])
    with pytest.raises(RuntimeError, match="not the cheapest"):
        potentials.potentials(network, cost, np.array([0, 1, 1, 0, 1]))


def test_potentials_leave_no_arc_that_would_earn():
    """With them, what could carry more costs something, and what could carry less earns something."""
    network = bipartite([(0, 0), (0, 1), (1, 0)], [1, 1])
    cost = np.array([-5, -3, -4, 0, 0, 0, 0])
    flow = np.array([0, 1, 1, 1, 1, 1, 1])
    labels = potentials.potentials(network, cost, flow)
    reduced = cost + labels[network.tail] - labels[network.head]
    assert (reduced[flow < network.upper] >= 0).all()
    assert (reduced[flow > network.lower] <= 0).all()


def test_potentials_keep_away_from_the_ends_of_their_ranges():
    """A mentee chooses the better of two places: its way in, the pair chosen and the other one all have a price."""
    network = bipartite([(0, 0), (0, 1)], [1, 1])
    cost = np.array([0, 2, -5, 0, 0])
    labels = potentials.potentials(network, cost, np.array([1, 0, 1, 1, 0]))
    price = labels[network.head] - labels[network.tail] - cost
    assert (price[:3] * [1, -1, 1] > 0).all()
