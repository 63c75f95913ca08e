from datetime import UTC, date, datetime

import pytest

from prssmi_match.planning.clocks import on_clock
from prssmi_match.planning.days import Days, Site
from unit.planning.cohort import calendar

FERN = Site("mentee", "fern")


def kinds(days, site, day):
    """The kinds of what stands against a day."""
    return [refusal.ground.kind for refusal in days.against(site, date.fromisoformat(day))]


def against(days, utc):
    """What stands against an hour of a site."""
    return days.against_meeting(FERN, on_clock(days.clock(FERN), utc, 60))


@pytest.mark.parametrize(
    ("stated", "day", "expected"),
    [
        ({}, "2027-03-06", ["weekdays"]),
        ({"weekdays": ["saturday"]}, "2027-03-06", []),
        ({"holidays": ["US"]}, "2027-05-31", ["end", "holidays"]),
        ({"away": [{"first": "2027-03-30", "last": "2027-04-02"}]}, "2027-04-02", ["away"]),
        ({"away": [{"first": "2027-03-30"}]}, "2027-03-31", []),
        ({"available": [{"first": "2027-03-01"}]}, "2027-03-02", ["available"]),
        ({"available": [{"first": "2027-03-01"}]}, "2027-03-01", []),
    ],
)
def test_what_stands_against_a_day(stated, day, expected):
    """Each kind of day off, and days at the edges of what is stated."""
    days = Days(calendar(mentees=[{"id": "fern", **stated}]))
    assert kinds(days, FERN, day) == expected


def test_a_holiday_of_a_state():
    """Texas keeps its Independence Day, the country does not."""
    stated = {"mentees": [{"id": "fern", "holidays": ["US-TX"]}], "mentors": [{"id": "oak", "holidays": ["US"]}]}
    days = Days(calendar(**stated))
    assert kinds(days, FERN, "2027-03-02") == ["holidays"]
    assert kinds(days, Site("mentor", "oak"), "2027-03-02") == []


@pytest.mark.parametrize(
    ("zone", "utc", "lacking"),
    [
        ("America/New_York", datetime(2027, 3, 12, 14, tzinfo=UTC), 0),  # nine in the morning before clocks change
        ("America/New_York", datetime(2027, 3, 15, 13, tzinfo=UTC), 0),  # and after it
        ("America/New_York", datetime(2027, 3, 12, 13, tzinfo=UTC), 1),
        ("Asia/Kolkata", datetime(2027, 3, 12, 10, 30, tzinfo=UTC), 0),  # from four to five in the afternoon
        ("Asia/Kolkata", datetime(2027, 3, 12, 11, tzinfo=UTC), 1),
        ("America/St_Johns", datetime(2027, 3, 12, 12, 30, tzinfo=UTC), 0),
        ("Asia/Kolkata", datetime(2027, 3, 12, 18, tzinfo=UTC), 24),  # over midnight
    ],
)
def test_local_hours(zone, utc, lacking):
    """A site is asked at the hours that its own clock shows, on the day that its own calendar shows."""
    days = Days(calendar(mentees=[{"id": "fern", "time_zone": zone}]))
    found = {refusal.ground.kind: refusal.amount for refusal in against(days, utc)}
    assert found.get("hours", 0) == lacking


def test_the_day_of_a_site_is_that_of_its_own_clock():
    """Monday afternoon in Chicago is Tuesday in Auckland, where the site is away."""
    row = {"id": "fern", "time_zone": "Pacific/Auckland", "away": [{"first": "2027-03-02"}]}
    found = against(Days(calendar(mentees=[row])), datetime(2027, 3, 1, 21, tzinfo=UTC))
    assert [refusal.ground.kind for refusal in found] == ["away"]
