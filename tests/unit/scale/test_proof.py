from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from prssmi_match.scale.market import read_market
from prssmi_match.scale.proof import Prices, find_defects, proved_bound

PAIRS = pd.DataFrame({"mentee": [1, 1, 2], "mentor": [1, 2, 1], "score": [9, 5, 3]})


@pytest.fixture
def market():
    """Two mentees, two mentors with one place each."""
    return read_market(PAIRS, pd.Series({1: 1, 2: 1}), None, None)


def test_any_prices_give_a_bound(market):
    """Whatever the prices, the bound is never below the best total, 9; good prices meet it."""
    for mentor in ([0, 0], [9, 5], [4, 0], [-3, -3], [100, 100]):
        assert proved_bound(market, market.score, Prices(0, np.array(mentor), 0)) >= 9
    assert proved_bound(market, market.score, Prices(0, np.array([4, 0]), 0)) == 9


def test_a_bonus_moves_the_bound_to_larger_assignments(market):
    """With a bonus of 10 a mentee, both mentees with 8 points are the best."""
    assert proved_bound(market, market.score, Prices(10, np.array([13, 9]), 0)) == 28


def test_seats_have_a_price(market):
    """With one seat at 9 points, nobody earns more than 9."""
    assert proved_bound(replace(market, seats=1), market.score, Prices(0, np.array([0, 0]), 9)) == 9


def test_sums_are_exact_beyond_64_bits(market):
    """Large prices do not overflow."""
    huge = np.array([2**62, 2**62])
    assert proved_bound(market, market.score, Prices(0, huge, 0)) == 2**63


@pytest.mark.parametrize(
    ("chosen", "change", "words"),
    [
        ([0, 1], {}, "more than one mentor"),
        ([0, 2], {}, "more mentees than its capacity"),
        ([0, 0], {}, "chosen twice"),
        ([0], {"minimum": np.array([0, 1])}, "fewer mentees than its minimum"),
        ([1, 2], {"seats": 1}, "more mentees are matched than there are seats"),
    ],
)
def test_every_rule_is_checked(market, chosen, change, words):
    """Each thing that an assignment can break is told in words."""
    defects = find_defects(replace(market, **change), np.array(chosen))
    assert any(words in defect for defect in defects)


def test_a_good_assignment_has_no_defects(market):
    """What keeps everything passes."""
    assert find_defects(market, np.array([1, 2])) == []
