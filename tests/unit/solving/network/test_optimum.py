from itertools import product

import numpy as np
import pytest
from scipy.optimize import linprog

from prssmi_match.solving.network import Network, best_flow
from prssmi_match.solving.network.graph import exact_sum
from unit.solving.network.networks import bipartite, random_network


def flows(network):
    """Return every flow of a small network, by trying all choices of pairs; the other arcs follow."""
    found = []
    for choice in product((0, 1), repeat=network.pairs):
        through = np.zeros(network.nodes, dtype=int)
        chosen = np.flatnonzero(choice)
        np.add.at(through, network.tail[chosen], 1)
        np.add.at(through, network.head[chosen], 1)
        inner = np.where(
            network.tail[network.pairs :] > 0, network.tail[network.pairs :], network.head[network.pairs :]
        )
        flow = np.concatenate([choice, through[inner]])
        if ((network.lower <= flow) & (flow <= network.upper)).all():
            found.append(flow)
    return found


@pytest.mark.parametrize("seed", range(12))
def test_the_best_flow_is_the_best_of_linear_programming(seed):
    """The value is that of HiGHS, the bound meets it, and the flow keeps every bound and balances at every node."""
    network, earned = random_network(seed)
    optimum = best_flow(network, earned)
    balance = np.zeros((network.nodes, len(network.tail)))
    np.add.at(balance, (network.head, np.arange(len(network.tail))), 1)
    np.subtract.at(balance, (network.tail, np.arange(len(network.tail))), 1)
    cost = np.concatenate([-earned, np.zeros(len(network.tail) - network.pairs)])
    ends = np.stack([network.lower, network.upper], axis=1)
    found = linprog(cost, A_eq=balance, b_eq=np.zeros(network.nodes), bounds=ends)
    assert optimum.value == optimum.bound == round(-found.fun)
    assert (balance @ optimum.flow == 0).all()
    assert ((network.lower <= optimum.flow) & (optimum.flow <= network.upper)).all()


@pytest.mark.parametrize("seed", range(12))
def test_the_face_has_all_best_flows_and_no_other(seed):
    """Of all flows, exactly those that earn the most keep the bounds of the face; twice over, too."""
    network, earned = random_network(seed, mentees=4, mentors=3)
    left = flows(network)
    for earned_next in (earned, np.abs(earned) % 3):
        optimum = best_flow(network, earned_next)
        values = [int(earned_next @ flow[: network.pairs]) for flow in left]
        assert optimum.value == max(values)
        left = [flow for flow, value in zip(left, values, strict=True) if value == optimum.value]
        network = optimum.face()
        assert {tuple(flow) for flow in flows(network)} == {tuple(flow) for flow in left}


@pytest.mark.parametrize("seed", range(24))
def test_the_face_of_what_mentees_alone_tell(seed):
    """After the most pairs, points by mentee leave all best flows and no other, whether or not the best ranks fit."""
    network, _ = random_network(seed, mentees=4, mentors=3)
    mentee = network.tail[: network.pairs]
    points = np.random.default_rng(seed).integers(-1, 4, network.nodes)
    left = flows(network)
    for earned in (np.ones_like(mentee), points[mentee], points[mentee] ** 2):
        optimum = best_flow(network, earned)
        values = [int(earned @ flow[: network.pairs]) for flow in left]
        assert optimum.value == max(values)
        left = [flow for flow, value in zip(left, values, strict=True) if value == optimum.value]
        network = optimum.face()
        assert {tuple(flow) for flow in flows(network)} == {tuple(flow) for flow in left}


def test_the_best_ranks_that_cannot_all_enter():
    """Two of three enter, but not the two best: both have one place, and the third one the other place."""
    network = best_flow(bipartite([(0, 0), (1, 0), (2, 1)], [1, 1]), np.ones(3, dtype=np.int64)).face()
    optimum = best_flow(network, np.array([9, 8, 1]))
    assert (optimum.value, optimum.flow[:3].tolist()) == (10, [1, 0, 1])


def test_more_may_enter_than_in_the_flow_before():
    """A flow that was best for one mentee alone does not tell how many enter when two of them earn."""
    network = best_flow(bipartite([(0, 0), (1, 1)], [1, 1]), np.array([5, 0])).face()
    assert best_flow(network, np.array([5, 7])).value == 12


def test_a_known_flow_that_is_best_is_not_looked_for(monkeypatch):
    """Where all are matched, points by mentee are proved by the flow before; points of pairs are solved again."""
    network = best_flow(bipartite([(0, 0), (0, 1), (1, 0), (1, 1)], [1, 1]), np.ones(4, dtype=np.int64)).face()
    monkeypatch.setattr("prssmi_match.solving.network.flow.SimpleMinCostFlow", None)
    assert best_flow(network, np.array([5, 5, 7, 7])).value == 12
    with pytest.raises(TypeError):
        best_flow(network, np.array([5, 5, 7, 6]))


def test_bounds_that_cannot_be_kept_have_no_flow():
    """Two mentors that must get a mentee, and only one mentee: no flow, no error."""
    assert best_flow(bipartite([(0, 0), (0, 1)], [1, 1], least=[1, 1]), np.array([1, 1])) is None


def test_a_network_without_arcs_has_the_empty_flow():
    """Nothing can flow, and that is the best."""
    nothing = np.zeros(0, dtype=np.int64)
    assert best_flow(Network(1, 0, nothing, nothing, nothing, nothing), nothing).value == 0


def test_equal_earnings_are_the_largest_flow():
    """Where each pair earns the same, two of three mentees are matched, as with costs."""
    network = bipartite([(0, 0), (1, 0), (2, 0), (2, 1)], [1, 1])
    same, other = best_flow(network, np.full(4, 7)), best_flow(network, np.array([7, 7, 7, 6]))
    assert (same.value, same.bound, other.value) == (14, 14, 13)


def test_pairs_without_room_have_the_empty_flow():
    """Where no mentor takes anybody, the largest flow is empty, and proved."""
    optimum = best_flow(bipartite([(0, 0), (1, 0)], [0]), np.array([1, 1]))
    assert (optimum.value, optimum.bound) == (0, 0)


def test_sums_are_exact_below_zero_and_beyond_64_bits():
    """Sums of whole numbers do not overflow, and keep their sign."""
    assert exact_sum(np.array([-(2**62)] * 4)) == -(2**64)
    assert exact_sum(np.array([-1, 2**40, -5])) == 2**40 - 6
    assert exact_sum(np.zeros(0, dtype=np.int64)) == 0
