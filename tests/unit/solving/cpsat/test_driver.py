import pytest
from ortools.sat.python import cp_model

from prssmi_match.solving import Budget
from prssmi_match.solving.cpsat import driver
from prssmi_match.solving.cpsat.driver import solve


def model_of(most=1):
    """Return a model of two 0-1 variables of which at most so many are 1, and the variables."""
    model = cp_model.CpModel()
    pair = [model.new_bool_var(""), model.new_bool_var("")]
    model.add_linear_constraint(sum(pair), 0, most)
    return model, pair


def test_optimum():
    """A maximum is found, proved, and its bound is whole."""
    model, (first, second) = model_of()
    model.maximize(3 * first + 5 * second)
    answer = solve(model, Budget())
    assert (answer.feasible, answer.optimal, answer.bound) == (True, True, 5)
    assert answer.chosen([first, second]) == [1]


def test_feasibility_alone():
    """Without an objective there is no bound."""
    model, pair = model_of()
    model.add(sum(pair) == 1)
    answer = solve(model, Budget())
    assert (answer.feasible, answer.bound) == (True, None)
    assert len(answer.chosen(pair)) == 1


def test_infeasible():
    """What cannot hold is known, and has no bound."""
    model, pair = model_of()
    model.add(sum(pair) == 2)
    model.maximize(sum(pair))
    answer = solve(model, Budget())
    assert (answer.feasible, answer.optimal, answer.bound) == (False, False, None)


def test_core():
    """Of the assumptions, some that cannot hold together are named by their variables."""
    model, (first, second) = model_of()
    model.add_assumptions([first, second])
    answer = solve(model, Budget())
    assert answer.feasible is False
    assert answer.core == {first.index, second.index}


def test_time_that_ends_a_moment_early(monkeypatch):
    """A solver that ends its time before the clock does leaves the time over, and nobody has interrupted it."""
    model, pair = model_of()
    model.maximize(sum(pair))
    monkeypatch.setattr(driver, "interruptible", lambda *_: cp_model.UNKNOWN)
    monkeypatch.setattr(driver, "_whole_bound", lambda _: None)
    budget = Budget(time_limit=1000)
    assert driver.solve(model, budget).feasible is None
    assert budget.is_over
    assert not budget.is_stopped


def test_no_time():
    """Without time nothing is known, which is neither feasible nor infeasible."""
    model, pair = model_of()
    model.maximize(sum(pair))
    answer = solve(model, Budget(time_limit=0))
    assert answer.feasible is None
    assert not answer.optimal


def test_large_bounds_are_exact():
    """A bound near 2^53 loses no unit."""
    model, (first, second) = model_of()
    model.maximize((2**53 - 1) * first + (2**53 - 2) * second)
    assert solve(model, Budget()).bound == 2**53 - 1


def test_model_that_is_refused():
    """A model that is no model is our bug, and said so."""
    model, _ = model_of()
    model.proto.variables[0].domain[0] = 2
    with pytest.raises(RuntimeError, match="refuses the model"):
        solve(model, Budget())
