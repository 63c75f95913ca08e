from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from prssmi_match.planning.days import Days, Site, starts_of_day
from unit.planning.cohort import calendar

FERN = Site("mentee", "fern")


def clocks(zone, day):
    """What clocks of a zone show at the starts of a day."""
    starts = starts_of_day(zone, date.fromisoformat(day), 30)
    return [start.astimezone(ZoneInfo(zone)).time() for start in starts]


def kinds(days, site, day):
    """The kinds of what stands against a day."""
    return [refusal.ground.kind for refusal in days.against(site, date.fromisoformat(day))]


@pytest.mark.parametrize(
    ("zone", "day", "gone"),
    [
        ("America/New_York", "2027-03-14", [time(2), time(2, 30)]),
        ("America/New_York", "2027-11-07", [time(1), time(1, 30)]),
        ("America/St_Johns", "2027-03-14", [time(2), time(2, 30)]),
        ("Australia/Adelaide", "2027-10-03", [time(2), time(2, 30)]),
        ("Australia/Adelaide", "2027-04-04", [time(2), time(2, 30)]),
        ("Australia/Lord_Howe", "2027-10-03", [time(2)]),
        ("Asia/Kolkata", "2027-03-14", []),
        ("America/New_York", "2028-02-29", []),
    ],
)
def test_hours_that_a_clock_skips_or_shows_twice(zone, day, gone):
    """Nothing begins in an hour that does not exist, or of which nobody could tell which one is meant."""
    all_day = [time(minute // 60, minute % 60) for minute in range(0, 1440, 30)]
    assert clocks(zone, day) == [clock for clock in all_day if clock not in gone]


def test_instants_of_half_hour_zones():
    """Half past three in the morning in UTC is nine in Kolkata, and noon or one in Adelaide, as the season is."""
    assert starts_of_day("Asia/Kolkata", date(2027, 7, 1), 30)[18] == datetime(2027, 7, 1, 3, 30, tzinfo=UTC)
    assert starts_of_day("Australia/Adelaide", date(2027, 7, 1), 30)[26] == datetime(2027, 7, 1, 3, 30, tzinfo=UTC)
    assert starts_of_day("Australia/Adelaide", date(2027, 1, 15), 30)[28] == datetime(2027, 1, 15, 3, 30, tzinfo=UTC)


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
    found = {refusal.ground.kind: refusal.amount for refusal in days.against_meeting(FERN, utc, 60)}
    assert found.get("hours", 0) == lacking


def test_the_day_of_a_site_is_that_of_its_own_clock():
    """Monday afternoon in Chicago is Tuesday in Auckland, where the site is away."""
    row = {"id": "fern", "time_zone": "Pacific/Auckland", "away": [{"first": "2027-03-02"}]}
    found = Days(calendar(mentees=[row])).against_meeting(FERN, datetime(2027, 3, 1, 21, tzinfo=UTC), 60)
    assert [refusal.ground.kind for refusal in found] == ["away"]
