from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prssmi_match.planning.clocks import Clock, all_starts, freest_starts, shared_starts, starts_of_day

ZONES = ("America/New_York", "America/St_Johns", "Asia/Kolkata", "Pacific/Auckland", "UTC")
HOURS = ((time(9), time(17)), (time(9), time(10, 30)), (time(0, 30), time(4)), (time(6), time(23, 59)))


def clock_times(zone, day):
    """What clocks of a zone show at the starts of a day."""
    starts = starts_of_day(zone, date.fromisoformat(day), 30)
    return [start.astimezone(ZoneInfo(zone)).time() for start in starts]


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
    assert clock_times(zone, day) == [clock for clock in all_day if clock not in gone]


def test_instants_of_half_hour_zones():
    """Half past three in the morning in UTC is nine in Kolkata, and noon or one in Adelaide, as the season is."""
    assert starts_of_day("Asia/Kolkata", date(2027, 7, 1), 30)[18] == datetime(2027, 7, 1, 3, 30, tzinfo=UTC)
    assert starts_of_day("Australia/Adelaide", date(2027, 7, 1), 30)[26] == datetime(2027, 7, 1, 3, 30, tzinfo=UTC)
    assert starts_of_day("Australia/Adelaide", date(2027, 1, 15), 30)[28] == datetime(2027, 1, 15, 3, 30, tzinfo=UTC)


@given(
    st.lists(st.builds(Clock, st.sampled_from(ZONES), st.sampled_from(HOURS)), min_size=1, max_size=3),
    st.sampled_from([date(2027, 3, 14), date(2027, 7, 1), date(2027, 11, 7)]),
)
def test_the_starts_that_are_left_out(clocks, day):
    """Every start has one among the freest, with the same days, for which no hours would have to be wider."""
    asked = clocks[-1].zone, tuple(clocks), day, 60, 60
    listed, freest = all_starts(*asked), freest_starts(*asked)
    assert set(freest) <= set(listed)
    for _, shown in listed:
        assert any(
            all(mine.day == its.day and mine.lacking <= its.lacking for mine, its in zip(other, shown, strict=True))
            for _, other in freest
        )
    assert [pair for pair in listed if all(each.lacking == 0 for each in pair[1])] == list(shared_starts(*asked))
