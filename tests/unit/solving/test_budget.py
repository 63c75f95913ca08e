import math
import time

import pytest

import prssmi_match as pm
from prssmi_match.solving import Budget
from unit.solving.answers import problem


@pytest.mark.parametrize("time_limit", [-1, -0.001, math.nan])
def test_time_limit_out_of_range(time_limit):
    """A negative time limit, or one that is not a number, is refused, also by match."""
    with pytest.raises(ValueError, match="time_limit"):
        Budget(time_limit=time_limit)
    with pytest.raises(ValueError, match="time_limit"):
        pm.match(problem("a", "m"), time_limit=time_limit)


@pytest.mark.parametrize("workers", [0, -2])
def test_workers_out_of_range(workers):
    """At least one worker is needed, also by match."""
    with pytest.raises(ValueError, match="workers"):
        Budget(workers=workers)
    with pytest.raises(ValueError, match="workers"):
        pm.match(problem("a", "m"), workers=workers)


def test_without_a_limit():
    """No limit leaves infinitely many seconds."""
    budget = Budget()
    assert budget.remaining == math.inf
    assert not budget.is_over


@pytest.mark.parametrize("time_limit", [math.inf, 10**9])
def test_no_limit_worth_the_name(time_limit):
    """An infinite or huge limit is taken as it is."""
    result = pm.match(problem("a", "m"), time_limit=time_limit)
    assert result.status == "optimal"


def test_seconds_are_spent():
    """What remains falls with the time, and never below 0."""
    budget = Budget(time_limit=0.01)
    assert 0 < budget.remaining <= 0.01
    time.sleep(0.02)
    assert budget.remaining == 0
    assert budget.is_over
    assert budget.seconds >= 0.02


def test_stop():
    """A budget that is stopped is over at once, whatever its limit."""
    budget = Budget(time_limit=100)
    budget.stop()
    assert budget.is_over
    assert budget.remaining == 0


def test_report():
    """The listener hears the tier under way, the values and the seconds so far."""
    heard = []
    budget = Budget(on_progress=lambda *told: heard.append(told))
    budget.tier = "seats"
    budget.report(3, 5)
    assert heard[0][:3] == ("seats", 3, 5)
    assert 0 <= heard[0][3] < 60
    Budget().report(3, 5)


def test_quiet():
    """The listener hears nothing meanwhile, and again afterwards."""
    heard = []
    budget = Budget(on_progress=lambda tier, incumbent, bound, seconds: heard.append(incumbent))
    with budget.quiet():
        budget.report(1, 2)
    budget.report(3, 4)
    assert heard == [3]
