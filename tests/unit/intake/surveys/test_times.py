from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prssmi_match.intake.surveys.times import latest

START, END = datetime(2000, 1, 1), datetime(2090, 1, 1)  # noqa: DTZ001 - without a zone, as surveys write them
MOMENTS = st.lists(st.datetimes(START, END).map(lambda time: time.replace(microsecond=0)))
FORMATS = [
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%dT%H:%M:%S",
    "%Y/%m/%d %I:%M:%S %p GMT-5",
    "%m/%d/%Y %I:%M:%S %p",
    "%d/%m/%Y %H:%M:%S",
    "%m/%d/%y %H:%M:%S",
]


@given(MOMENTS, st.sampled_from(FORMATS))
def test_times_come_back_in_their_order(moments, written):
    """Whatever the format, times order as they were, or are not known at all."""
    found = latest([moment.strftime(written) for moment in moments])
    if None not in found:
        assert sorted(range(len(moments)), key=lambda n: (found[n], n)) == sorted(
            range(len(moments)), key=lambda n: (moments[n], n)
        )
    else:
        assert "/%m/" in written or "%m/%d" in written
        assert {*found} == {None}


@pytest.mark.parametrize(
    ("texts", "later"),
    [
        (["3/4/2026 9:00", "13/3/2026 9:00"], 0),  # a day above 12 in front: the third of April comes last
        (["3/4/2026 9:00", "3/13/2026 9:00"], 1),
        (["2026-03-01 10:00", "2026-03-01T09:30:00+00:00"], 0),
        (["2026/03/01 9:00:00 AM GMT+1", "2026/03/01 8:30:00 AM GMT"], 1),
    ],
)
def test_the_column_tells_how_dates_are_meant(texts, later):
    """Day and month are told apart by the whole column, and time zones are taken into account."""
    found = latest(texts)
    assert found.index(max(found)) == later


def test_what_nobody_can_tell():
    """Where both readings are possible and would differ, no time is known; text that is no time never is."""
    assert latest(["3/4/2026", "4/3/2026"]) == [None, None]
    assert latest(["soon", "", "99/99/2026", "2026-13-01"]) == [None] * 4
    assert latest([]) == []
    assert latest(["3/3/2026", ""])[0] == datetime(2026, 3, 3)  # noqa: DTZ001 - as above
