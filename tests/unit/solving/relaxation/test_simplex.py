import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

from prssmi_match.problem.values import LARGEST
from prssmi_match.solving import Budget
from prssmi_match.solving.relaxation import LinearRows, Program, simplex
from prssmi_match.solving.relaxation.simplex import Simplex

EVER = Budget()
SMALL = st.integers(-4, 4)


@st.composite
def programs(draw):
    """Programs that follow each other: variables and rows come, and variables are settled for good."""
    rows, lower, upper, found = [], [], [], []
    for _ in range(draw(st.integers(1, 4))):
        new = draw(st.lists(st.tuples(st.integers(-2, 1), st.integers(0, 2)), min_size=not lower, max_size=3))
        lower += [low for low, _ in new]
        upper += [low + room for low, room in new]
        for _ in range(draw(st.integers(0, 2))):
            terms = draw(st.lists(st.integers(0, len(lower) - 1), max_size=4))
            low = draw(st.one_of(st.just(-LARGEST), SMALL))
            rows.append((terms, [draw(SMALL) for _ in terms], low, draw(st.sampled_from([LARGEST, max(low, 0) + 3]))))
        for place in draw(st.sets(st.integers(0, len(lower) - 1))):
            lower[place] = upper[place] = draw(st.integers(lower[place], upper[place]))
        ends = np.array(lower, dtype=np.int64), np.array(upper, dtype=np.int64)
        found.append(Program(*ends, LinearRows.of(rows), np.array([draw(SMALL) for _ in lower], dtype=np.int64)))
    return found


def best_by_scipy(asked):
    """Return what another solver finds is the most, None where nothing is."""
    matrix = np.zeros((len(asked.rows), len(asked.lower)))
    np.add.at(
        matrix, (np.repeat(np.arange(len(asked.rows)), asked.rows.sizes), asked.rows.index), asked.rows.coefficient
    )
    high, low = asked.rows.high < LARGEST, asked.rows.low > -LARGEST
    found = linprog(
        -asked.earned,
        A_ub=np.concatenate([matrix[high], -matrix[low]]),
        b_ub=np.concatenate([asked.rows.high[high], -asked.rows.low[low]]),
        bounds=np.stack([asked.lower, asked.upper], axis=1),
    )
    return -found.fun if found.status == 0 else None


@given(found=programs())
def test_programs_that_follow_each_other(found):
    """However they change, each has the best that another solver finds, with prices that prove it."""
    solver = Simplex()
    for asked in found:
        solver.let_go(asked.lower == asked.upper)
        optimum = solver.maximize(asked, np.zeros(len(asked.rows)), EVER)
        expected = best_by_scipy(asked)
        if expected is None:
            assert optimum is None
            continue
        assert optimum.solution @ asked.earned == pytest.approx(expected, abs=1e-6)
        gain = asked.earned - asked.rows.priced(optimum.prices, len(asked.lower))
        ends = np.where(optimum.prices > 0, asked.rows.high, asked.rows.low)
        priced = np.abs(optimum.prices) > 1e-9
        proved = optimum.prices[priced] @ ends[priced] + gain @ np.where(gain > 0, asked.upper, asked.lower)
        assert proved == pytest.approx(expected, abs=1e-6)


def chain(size):
    """Return a program in which each variable excludes the next."""
    zeros = np.zeros(size, dtype=np.int64)
    rows = LinearRows.of([([place, place + 1], [1, 1], 0, 1) for place in range(size - 1)])
    return Program(zeros, zeros + 1, rows, zeros + 1)


def test_a_row_may_be_missed_by_a_slack():
    """What a row is missed by adds to what is earned."""
    asked = chain(2)
    assert Simplex().maximize(asked, np.array([0.25]), EVER).solution.sum() == pytest.approx(1.25)


def test_billions():
    """Numbers as large as those of lots are scaled; the prices are not."""
    asked = chain(2)
    huge = Program(asked.lower, asked.upper, asked.rows, asked.earned * 2**45)
    assert Simplex().maximize(huge, np.zeros(1), EVER).prices.tolist() == [2.0**45]


@pytest.mark.parametrize(("low", "upper"), [(2, 1), (0, -1)])
def test_ends_in_the_wrong_order(low, upper):
    """What nothing can keep has no answer, and is no error."""
    zeros = np.zeros(2, dtype=np.int64)
    asked = Program(zeros, zeros + upper, LinearRows.of([([0, 1], [1, 1], low, 1)]), zeros + 1)
    assert Simplex().maximize(asked, np.zeros(1), EVER) is None


def test_no_time():
    """Without time there is no answer."""
    assert Simplex().maximize(chain(30), np.zeros(29), Budget(time_limit=0)) is None


def test_an_interrupt_ends_a_large_search(monkeypatch):
    """Whoever stops the budget meanwhile is heard: the solver is told to stop."""
    stopped = []

    def interrupted(work, stop, budget):
        budget.stop()
        stop()
        stopped.append(True)
        return work()

    monkeypatch.setattr(simplex, "SMALL", 0)
    monkeypatch.setattr(simplex, "interruptible", interrupted)
    assert Simplex().maximize(chain(30), np.zeros(29), Budget()) is None
    assert stopped
