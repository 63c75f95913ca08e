from dataclasses import replace

import numpy as np

from unit.solving.network.networks import bipartite


def test_a_price_settles_an_arc():
    """Above 0 it is as full as it may be, below 0 as empty, at 0 as free as before."""
    network = bipartite([(0, 0), (1, 0)], [2])
    narrowed = network.narrowed(np.array([0, -1, 3, 0, 1]))
    assert (narrowed.lower.tolist(), narrowed.upper.tolist()) == ([0, 0, 1, 0, 2], [1, 0, 1, 1, 2])
    assert (narrowed.free.tolist(), narrowed.free_pairs.tolist()) == ([0, 3], [0])


def test_a_known_flow_has_to_keep_the_bounds():
    """One that was found before the bounds changed is not taken for a flow of the network."""
    network = bipartite([(0, 0), (1, 0)], [1])
    assert network.flow is None
    known = replace(network, known=np.array([1, 0, 1, 0, 1]))
    assert known.flow is known.known
    assert known.narrowed(np.array([0, 1, 0, 0, 0])).flow is None
