from random import Random

import numpy as np
import pytest

from prssmi_match.solving.connected import bundles, first_connected


@pytest.mark.parametrize("seed", range(30))
def test_components(seed):
    """Everything knows the first thing that a walk along edges reaches from it."""
    rng = Random(seed)
    size = rng.randint(1, 12)
    edges = [(rng.randrange(size), rng.randrange(size)) for _ in range(rng.randint(0, 12))]
    reached = [{one} for one in range(size)]
    for _ in range(size):
        for one, other in edges:
            reached[one] |= reached[other]
            reached[other] |= reached[one]
    one, other = (np.array([edge[end] for edge in edges], dtype=np.int64) for end in (0, 1))
    assert first_connected(size, one, other).tolist() == [min(group) for group in reached]


def test_small_components_are_put_together():
    """Components stay whole and in order; each bundle but the last weighs enough."""
    root = np.array([0, 1, 0, 3, 4, 4])
    assert bundles(root, np.array([1, 1, 1, 1, 1, 1]), 3).tolist() == [0, 0, 0, 1, 1, 1]
    assert bundles(root, np.array([9, 1, 1, 1, 1, 1]), 3).tolist() == [0, 0, 0, 0, 1, 1]
    assert bundles(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), 3).tolist() == []
