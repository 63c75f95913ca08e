import numpy as np
import pytest

from prssmi_match.solving import Budget
from prssmi_match.solving.cpsat import core
from prssmi_match.solving.relaxation import LinearRows, Program

LEAST = ([0, 1], [1, 1], 1, 2)
MOST = ([2, 3], [1, 1], 0, 1)


@pytest.fixture(autouse=True)
def small_parts(monkeypatch):
    """Cut wherever it can be cut."""
    monkeypatch.setattr(core, "PART", 1)


@pytest.fixture
def solves(monkeypatch):
    """Every call of CP-SAT, counted."""
    calls, solve = [], core.solve
    monkeypatch.setattr(core, "solve", lambda *asked, **more: calls.append(asked) or solve(*asked, **more))
    return calls


def asked(*rows, earned=(-5, -3, 4, 7), upper=(1, 1, 1, 1)):
    """Return a program."""
    zeros = np.zeros(4, dtype=np.int64)
    return Program(zeros, np.array(upper), LinearRows.of(rows), np.array(earned))


def test_parts_add_up(solves):
    """Each part is at its best by itself."""
    found = core.search_core(asked(LEAST, MOST), (0, 11), Budget())
    assert (found.feasible, found.optimal, found.values.tolist()) == (True, True, [0, 1, 0, 1])
    assert len(solves) == 2


def test_one_part_is_searched_within_ends(solves):
    """Where all are connected, only what is good enough is searched for."""
    joined = ([0, 1, 2, 3], [1, 1, 1, 1], 0, 2)
    found = core.search_core(asked(LEAST, MOST, joined), (4, 11), Budget())
    assert (found.feasible, found.optimal, found.values.tolist()) == (True, True, [0, 1, 0, 1])
    assert core.search_core(asked(LEAST, MOST, joined), (5, 11), Budget()).feasible is False
    assert len(solves) == 2


def test_what_parts_add_up_to_may_not_be_enough():
    """Then there is nothing that is good enough."""
    assert core.search_core(asked(LEAST, MOST), (5, 11), Budget()).feasible is False


def test_a_part_that_has_no_solution():
    """Nor where one of them has none, or where a row without any choice is broken."""
    never = ([0, 1], [2, 2], 1, 1)
    assert core.search_core(asked(never, MOST), (-99, 11), Budget()).feasible is False
    settled = asked(LEAST, MOST, upper=(0, 0, 1, 1))
    is_open = np.array([False, False, True, True])
    assert core.search_core(settled.among(settled.lower, is_open), (-99, 11), Budget()).feasible is False


def test_nothing_is_left_to_choose():
    """What is settled is all there is, and is good enough or not."""
    left = asked(LEAST, MOST).among(np.array([1, 0, 0, 1]), np.zeros(4, dtype=np.bool_))
    found = core.search_core(left, (2, 9), Budget())
    assert (found.feasible, found.optimal, found.values.tolist()) == (True, True, [1, 0, 0, 1])
    assert core.search_core(left, (3, 9), Budget()).feasible is False


def test_time_that_ends_between_parts(monkeypatch):
    """Without time for each part nothing is claimed."""
    budget, solve = Budget(), core.solve

    def once(*asked, **more):
        found = solve(*asked, **more)
        budget.stop()
        return found

    monkeypatch.setattr(core, "solve", once)
    assert core.search_core(asked(LEAST, MOST), (0, 11), budget).feasible is None
