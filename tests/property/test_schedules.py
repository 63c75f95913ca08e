"""Schedules against the oracle, which tries every plan, and against the independent verifier."""

import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

import prssmi_match as pm
from oracle.planning import TooManyError, best_plan
from property.calendars import cohorts, earlier_dates, result_of
from prssmi_match.problem.calendar import Calendar

CALM = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
QUICK = settings(max_examples=12, suppress_health_check=CALM)
LONG = settings(max_examples=120, suppress_health_check=CALM)


def agree(pairs, calendar):
    """Hold a schedule against the best plan of all."""
    try:
        expected = best_plan(pairs, calendar)
    except TooManyError:
        assume(False)
    plan = pm.planning.schedule(result_of(pairs), Calendar.model_validate(calendar))
    event(plan.status)
    if expected is None:
        assert plan.status == "infeasible"
        assert plan.conflict.minimal
        return
    values, days, starts = expected
    assert plan.status == "optimal"
    assert plan.verification.valid
    assert plan.values == {name: values[name] for name in plan.values}
    assert {e.key: e.day for e in (*plan.sessions, *plan.visits, *plan.calls)} == days
    assert {e.key: e.start_utc for e in (*plan.sessions, *plan.calls)} == starts


@QUICK
@given(cohorts())
def test_the_best_plan(cohort):
    """A schedule has the dates of the best of all plans, or there is none at all."""
    agree(*cohort)


@QUICK
@given(cohorts(), st.data())
def test_the_fewest_moved_dates(cohort, data):
    """With an earlier plan, no plan moves fewer dates, and of those that move as few it is the best."""
    pairs, calendar = cohort
    agree(pairs, calendar | {"earlier": data.draw(earlier_dates(pairs, calendar))})


@pytest.mark.slow
@LONG
@given(cohorts(), st.data())
def test_the_best_plan_at_length(cohort, data):
    """The same with many more calendars, half of them with an earlier plan."""
    pairs, calendar = cohort
    earlier = data.draw(earlier_dates(pairs, calendar)) if data.draw(st.booleans()) else []
    agree(pairs, calendar | {"earlier": earlier})
