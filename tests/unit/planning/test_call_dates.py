import pytest

from prssmi_match.planning.agenda import Agenda
from prssmi_match.planning.aims import CALLS, as_aim, draw_aim, early_aim, unmoved_aim
from prssmi_match.planning.call_dates import best_calls, calls_around
from prssmi_match.planning.formulation import Plan
from prssmi_match.solving import Budget
from prssmi_match.solving.cpsat.steps import InfeasibleError, Steps
from unit.planning.cohort import calendar, result

FEW_DAYS = [{"id": "oak", "weekdays": ["monday", "tuesday", "thursday"]}]
EARLIER = [{"key": "intro:reed", "day": "2027-03-05"}, {"key": "debrief:moss", "day": "2027-03-22"}]
CALENDARS = {
    "free": {},
    "one call": {"calls": {"debrief": False}},
    "few days": {"mentors": FEW_DAYS},
    "two on one day": {"mentors": FEW_DAYS, "calls": {"intro_days": [3, 4], "debrief_days": [1, 2]}},
    "an earlier plan": {"earlier": EARLIER},
}


def agenda(**fields):
    """Return the agenda of the small cohort."""
    found = result()
    return Agenda(found.problem, found.matching, calendar(**fields))


def outlined(whole):
    """Return sessions and visits that keep all rules."""
    return Steps(Plan(whole.without_calls()), Budget()).incumbent


def all_together(whole, outline):
    """Return the best calls around sessions and visits, in one search of the whole; None where there is no room."""
    steps = Steps(Plan(whole), Budget())
    steps.hold(as_aim(whole, outline), len(outline))
    try:
        for aim in (unmoved_aim(whole), early_aim(whole, CALLS), draw_aim(whole, CALLS)):
            steps.hold(aim, steps.maximize(aim).value)
    except InfeasibleError:
        return None
    return steps.incumbent


@pytest.mark.parametrize("stated", CALENDARS.values(), ids=CALENDARS)
def test_mentor_by_mentor_is_as_good_as_all_together(stated):
    """The calls that are best for each mentor are the best of the cohort, and there is room for them where there is."""
    whole = agenda(**stated)
    outline = outlined(whole)
    expected = all_together(whole, outline)
    assert best_calls(whole, outline, Budget()) == expected
    found = calls_around(whole, outline, Budget())
    assert (found is None) == (expected is None)
    if found is not None:
        moved = unmoved_aim(whole)
        assert found[: len(outline)] == outline
        assert moved.value(found) == moved.value(expected)


def test_no_room():
    """Two calls of one mentor, and one day for both."""
    visits = [{"id": "oak", "hosting": [{"first": "2027-03-22", "last": "2027-03-23"}]}]
    whole = agenda(visits={"together": 2}, mentors=visits, calls={"intro_days": [4, 4], "debrief": False})
    outline = outlined(whole)
    assert calls_around(whole, outline, Budget()) is None
    assert all_together(whole, outline) is None


def test_no_time():
    """Out of time, no calls are said to be the best."""
    whole = agenda()
    outline = outlined(whole)
    assert calls_around(whole, outline, Budget(time_limit=0)) is None
    assert best_calls(whole, outline, Budget(time_limit=0)) is None
