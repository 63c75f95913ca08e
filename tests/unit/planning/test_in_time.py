"""Wherever the time is up or Ctrl-C comes, there is a status, and what was found by then."""

import itertools
from functools import cache, partial

import pytest

import prssmi_match as pm
from prssmi_match.planning.in_time import in_time
from prssmi_match.solving import Budget
from prssmi_match.solving.cpsat.steps import NothingFoundError
from unit.planning.cohort import calendar, result

CLOSED = calendar(mentors=[{"id": "oak", "away": [{"first": "2027-03-01", "last": "2027-04-30"}]}])
TWO_REPAIRS = partial(pm.planning.diagnose, limit=2)
POINTS = [1, 3, 6, 15, 40, 100, 250, 600, 1500, 3600, 9000]
"""After how many looks at the clock, of which the last ones come after everything is done."""


class Clock:
    """A clock that tells a second more with every look, and may interrupt once."""

    def __init__(self, interrupt_at=None):
        self.looks = itertools.count()
        self.interrupt_at = interrupt_at

    def monotonic(self):
        """Look."""
        look = next(self.looks)
        if look == self.interrupt_at:
            raise KeyboardInterrupt
        return float(look)


def test_all_or_nothing():
    """A list that is not finished is not returned by halves."""
    assert list(in_time("abc", Budget())) == ["a", "b", "c"]
    with pytest.raises(NothingFoundError):
        list(in_time("abc", Budget(0)))
    assert list(in_time("", Budget(0))) == []


@cache
def in_peace(question, stated=None):
    """The answer with all the time in the world."""
    return question(result(), stated or calendar())


def outcomes(monkeypatch, stop_after, stated, ask):
    """Ask with the time up after so many looks, and with an interrupt at that look."""
    monkeypatch.setattr("prssmi_match.solving.budget.time", Clock())
    yield ask(result(), stated, time_limit=stop_after)
    monkeypatch.setattr("prssmi_match.solving.budget.time", Clock(stop_after))
    yield ask(result(), stated)


@pytest.mark.parametrize("stop_after", POINTS)
def test_a_schedule_at_any_time(monkeypatch, stop_after):
    """Dates are verified as far as they were found, and never claimed to be proved where they are not the best."""
    best = in_peace(pm.planning.schedule)
    for found in outcomes(monkeypatch, stop_after, calendar(), pm.planning.schedule):
        assert found.status in {"unknown", "feasible", "optimal"}
        assert found.has_dates == (found.verification is not None)
        assert found.status != "optimal" or found.values == best.values
        assert found.conflict is None


@pytest.mark.parametrize("stop_after", POINTS)
def test_a_conflict_at_any_time(monkeypatch, stop_after):
    """What was worked out by then is told, and nothing more."""
    whole = in_peace(pm.planning.schedule, CLOSED)
    for found in outcomes(monkeypatch, stop_after, CLOSED, pm.planning.schedule):
        assert found.status in {"unknown", "infeasible"}
        assert found.status == "unknown" or not found.conflict.minimal or found.conflict == whole.conflict


@pytest.mark.parametrize("stop_after", POINTS)
def test_repairs_at_any_time(monkeypatch, stop_after):
    """The cheapest that were found by then; that there are no others is only told where that was worked out."""
    whole = in_peace(TWO_REPAIRS, CLOSED)
    for told in outcomes(monkeypatch, stop_after, CLOSED, TWO_REPAIRS):
        assert told.feasible in {None, False}
        assert told.repairs == whole.repairs[: len(told.repairs)]
        assert len(told.repairs) == len(whole.repairs) or not told.repairs_complete or told.feasible is None
