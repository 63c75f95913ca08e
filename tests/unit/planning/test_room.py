"""Whether there is a plan, and which dates clash where there is none."""

import pytest

from prssmi_match.planning.agenda import Agenda
from prssmi_match.planning.call_dates import mentors_without_room
from prssmi_match.planning.room import find_clash, has_dates
from prssmi_match.solving import Budget
from prssmi_match.solving.cpsat.steps import NothingFoundError
from unit.planning.cohort import calendar, result


def agenda(last):
    """Two teams that visit one mentor for a day and call it on the day after, from March 15 to a last day."""
    visits = {"days": 1, "groups_at_once": 2}
    hosting = [{"first": "2027-03-15", "last": last}]
    calls = {"intro": False, "debrief_days": [1, 1]}
    stated = calendar(visits=visits, calls=calls, mentors=[{"id": "oak", "hosting": hosting}])
    return Agenda(result().problem, result().matching, stated)


def test_calls_that_visits_leave_no_room_for():
    """Both teams on one day, or on two in a row, would call on a day that is taken; that is found mentor by mentor."""
    asked = agenda("2027-03-17")
    places = [asked.position[key] for key in ("visit:moss", "visit:reed")]
    for days, crowded in (((0, 0), {"oak"}), ((0, 1), {"oak"}), ((0, 2), set()), ((2, 0), set())):
        dates = [0] * len(asked.events)
        for place, day in zip(places, days, strict=True):
            dates[place] = day
        assert mentors_without_room(asked, tuple(dates), Budget()) == crowded


def test_a_plan_that_needs_its_calls(monkeypatch):
    """Sessions and visits alone can be dated so that calls have no room; then these are searched together."""
    searched = []
    monkeypatch.setattr("prssmi_match.planning.room.mentors_without_room", lambda *_: searched.append(1) or {"oak"})
    assert has_dates(agenda("2027-03-17"), Budget())
    assert len(searched) == 2
    assert not has_dates(agenda("2027-03-16"), Budget())


@pytest.mark.parametrize(("last", "clash"), [("2027-03-17", set()), ("2027-03-16", {"visit:moss", "visit:reed"})])
def test_who_clashes(last, clash):
    """Three days are enough for two visits and their calls; of two days only the visits at fault are named."""
    assert has_dates(agenda(last), Budget()) is (not clash)
    assert find_clash(agenda(last), Budget()) == clash


def test_a_mentor_that_can_never_be_called():
    """Only Wednesday and Thursday are in a row, and the call would be on Friday: no other visit is named."""
    calls = {"debrief_days": [1, 1]}
    stated = calendar(calls=calls, mentors=[{"id": "ash", "weekdays": ["monday", "wednesday", "thursday"]}])
    assert find_clash(Agenda(result().problem, result().matching, stated), Budget()) == {"visit:fern"}


def test_no_time():
    """Out of time is not a plan, and not a clash either."""
    assert has_dates(agenda("2027-03-16"), Budget(0)) is None
    with pytest.raises(NothingFoundError):
        find_clash(agenda("2027-03-16"), Budget(0))
