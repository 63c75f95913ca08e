from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from prssmi_match.solving.relaxation import LinearRows, Program
from prssmi_match.solving.relaxation.bound import prove
from prssmi_match.solving.relaxation.simplex import Optimum

SMALL = st.integers(-4, 4)


@st.composite
def priced_programs(draw):
    """A few whole variables and rows, what is earned, and prices from anywhere."""
    lower = draw(st.lists(st.integers(-2, 1), min_size=1, max_size=4))
    upper = [low + draw(st.integers(0, 2)) for low in lower]
    earned = [draw(SMALL) for _ in lower]
    rows = []
    for _ in range(draw(st.integers(0, 3))):
        terms = draw(st.lists(st.integers(0, len(lower) - 1), unique=True))
        low = draw(st.one_of(st.just(-(2**60)), SMALL))
        high = draw(st.one_of(st.just(2**60), SMALL.map(lambda more, low=low: max(low, more))))
        rows.append((terms, [draw(SMALL) for _ in terms], low, high))
    prices = [draw(st.floats(-9, 9)) for _ in rows]
    return lower, upper, earned, rows, prices


def solutions(lower, upper, rows):
    """Every solution in whole numbers."""
    for values in product(*(range(low, high + 1) for low, high in zip(lower, upper, strict=True))):
        if all(
            low <= sum(k * values[i] for i, k in zip(terms, ks, strict=True)) <= high for terms, ks, low, high in rows
        ):
            yield values


@given(priced_programs())
def test_any_prices_prove_a_bound(program):
    """Whatever the prices, no solution is above the bound, nor above what is left where a variable leaves its end."""
    lower, upper, earned, rows, prices = program
    asked = Program(np.array(lower), np.array(upper), LinearRows.of(rows), np.array(earned))
    bound = prove(asked, Optimum(np.zeros(len(lower)), np.array(prices, dtype=float)))
    for values in solutions(lower, upper, rows):
        value = sum(k * one for k, one in zip(earned, values, strict=True))
        assert value <= bound.value
        assert bound.total >= value * bound.scale
        for gain, one, low, high in zip(bound.gain.tolist(), values, lower, upper, strict=True):
            if gain and one != (high if gain > 0 else low):
                assert value <= bound.beyond(abs(gain) - 1)
                assert abs(gain) <= bound.distance(value)


def test_prices_of_a_solver_that_are_nearly_right():
    """Two of three with the same room: rounded prices prove the best exactly, and tell what the third would lose."""
    rows = LinearRows.of([([0, 1, 2], [1, 1, 1], 0, 2)])
    asked = Program(np.zeros(3, dtype=np.int64), np.ones(3, dtype=np.int64), rows, np.array([9, 7, 4]))
    bound = prove(asked, Optimum(np.zeros(3), np.array([4.0000000001])))
    assert bound.value == 16
    assert bound.distance(16) == 0
    assert (bound.gain / bound.scale).tolist() == [5, 3, 0]
    assert bound.open(0).tolist() == [False, False, True]
    assert bound.nearest(1) == 5 * bound.scale
    assert bound.nearest(9) == 5 * bound.scale


@pytest.mark.parametrize("price", [2.0**70, float("inf")])
def test_prices_that_are_too_large(price):
    """Where numbers have no room, there is no bound rather than a wrong one."""
    rows = LinearRows.of([([0], [1], 0, 1)])
    asked = Program(np.zeros(1, dtype=np.int64), np.ones(1, dtype=np.int64), rows, np.array([1]))
    assert prove(asked, Optimum(np.zeros(1), np.array([price]))) is None
