from dataclasses import replace

import numpy as np
import pytest

from prssmi_match.solving.network import Network, best_flow
from prssmi_match.solving.network.opening import MentorLimit

MENTOR = np.array([0, 1, 0, 1])


def optimum_of(earned, capacity, lower=(0, 0, 0, 0)):
    """Return the best flow of two mentees and two mentors."""
    tail, head = np.array([1, 1, 2, 2, 0, 0, 3, 4]), np.array([3, 4, 3, 4, 1, 2, 0, 0])
    bounds = np.array([*lower, 0, 0, 0, 0]), np.array([1, 1, 1, 1, 1, 1, *capacity])
    return best_flow(Network(5, 4, tail, head, *bounds), np.array(earned))


def limit(most, *sure):
    """Return a limit of mentors, some of whom have to be used."""
    return MentorLimit(MENTOR, np.isin(np.arange(2), sure), most)


def two_used():
    """Return a best flow that uses both mentors, where one would do."""
    return replace(optimum_of([5, 5, 4, 4], (2, 2)), flow=np.array([1, 0, 0, 1, 1, 1, 1, 1]))


def test_a_flow_that_keeps_the_limit():
    """Both mentees go to one mentor, where that is as good; a flow that keeps the limit stays."""
    assert limit(1).kept(two_used())[:4].tolist() == [1, 0, 1, 0]
    found = two_used()
    assert limit(2).kept(found) is found.flow


@pytest.mark.parametrize(("earned", "capacity"), [([5, 4, 4, 5], (2, 2)), ([5, 5, 4, 4], (1, 1))])
def test_no_flow_that_keeps_it_is_as_good(earned, capacity):
    """Two mentors are needed: for their points, or for their places."""
    assert limit(1).kept(optimum_of(earned, capacity)) is None


def test_mentors_that_have_to_be_used_stay_open():
    """They come first, however many mentees they have; what has to be chosen elsewhere cannot be left out."""
    assert limit(1, 0).kept(two_used())[:4].tolist() == [1, 0, 1, 0]
    assert limit(1, 1).kept(two_used())[:4].tolist() == [0, 1, 0, 1]
    assert limit(1, 1).kept(optimum_of([5, 5, 4, 4], (1, 1), lower=(1, 0, 0, 0))) is None


def test_whether_there_is_a_limit():
    """As many mentors as have pairs are no limit."""
    assert limit(2).is_none
    assert not limit(1).is_none
