"""Small random networks of mentees and mentors, as arrays."""

import numpy as np

from prssmi_match.solving.network import HUB, Network

__all__ = ["bipartite", "random_network"]


def bipartite(pairs, capacity, least=None):
    """Return hub -> mentee -> mentor -> hub for pairs of positions."""
    mentee, mentor = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    mentees, mentors = mentee.max(initial=-1) + 1, len(capacity)
    tail = np.concatenate([1 + mentee, np.full(mentees, HUB), 1 + mentees + np.arange(mentors)])
    head = np.concatenate([1 + mentees + mentor, 1 + np.arange(mentees), np.full(mentors, HUB)])
    lower = np.concatenate([np.zeros(len(pairs) + mentees, dtype=np.int64), least or np.zeros(mentors, dtype=np.int64)])
    upper = np.concatenate([np.ones(len(pairs) + mentees, dtype=np.int64), np.array(capacity, dtype=np.int64)])
    return Network(1 + mentees + mentors, len(pairs), tail, head, lower, upper)


def random_network(seed, mentees=12, mentors=4):
    """Return a network with about half of all pairs, and what these earn: also below 0."""
    rng = np.random.default_rng(seed)
    pairs = np.argwhere(rng.random((mentees, mentors)) < 0.5).tolist()
    network = bipartite(pairs, rng.integers(0, 4, mentors).tolist())
    return network, rng.integers(-3, 10, len(pairs))
