from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from ical.event import EventStatus

import prssmi_match as pm
from prssmi_match.reporting.calendars import Event, Published, read_calendar, revise, write_calendar
from prssmi_match.reporting.calendars.event import event_uid

DAY = date(2027, 1, 4)
ZONES = ["America/New_York", "America/St_Johns", "Asia/Kolkata", "Pacific/Chatham", "America/Phoenix", "UTC"]
HOSTILE = [
    "a,b;c\\d", "x\nBEGIN:VEVENT\nUID:evil", "END:VCALENDAR\r\n", "\u2028\x85\x0b\x00", '"=cmd|x!A1"', "\\n\\,\\N",
    "\u00fc" * 90, "\ud800", "Canceled: Canceled: twice", " \t outer ",
]  # fmt: skip
TEXTS = st.text(max_size=30) | st.sampled_from(HOSTILE)


def span(when, zone, minutes):
    """A span of minutes that begins when clocks of the zone show a time; in UTC."""
    start = when.replace(microsecond=0, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    return start, start + timedelta(minutes=minutes)


FIRST, LAST = datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2030-01-01")
TIMES = st.builds(span, st.datetimes(FIRST, LAST), st.sampled_from(ZONES), st.integers(1, 600))
DAYS = st.builds(
    lambda day, length: (day, day + timedelta(days=length)), st.dates(DAY, date(2030, 1, 1)), st.integers(1, 5)
)
EVENTS = st.builds(
    lambda number, span, title, location, description, busy: Event(
        event_uid(str(number)), *span, title, location, description, busy
    ),
    st.integers(0, 5), TIMES | DAYS, TEXTS, TEXTS, TEXTS, st.booleans(),
)  # fmt: skip
PLANS = st.lists(EVENTS, max_size=5, unique_by=lambda event: event.uid)
PUBLISHED = st.builds(Published, EVENTS, st.integers(0, 9), st.dates(DAY, date(2030, 1, 1)), st.booleans())


@given(name=TEXTS, events=st.lists(PUBLISHED, max_size=4, unique_by=lambda row: row.event.uid))
def test_another_library_reads_what_was_written(name, events):
    """Whatever sites are called, a strict reader by others finds every event again, and no other one, to the letter."""
    text = write_calendar(name, events)
    found = {event.uid: event for event in IcsCalendarStream.calendar_from_ics(text).events}
    assert found.keys() == {row.event.uid for row in events}
    for row in events:
        read = found[row.event.uid]
        title = f"Canceled: {row.event.title}" if row.canceled else row.event.title
        assert (read.dtstart, read.dtend) == (row.event.start, row.event.end)
        assert isinstance(read.dtstart, datetime) is isinstance(row.event.start, datetime)
        assert (read.summary or "") == title
        assert (read.location or "", read.description or "") == (row.event.location, row.event.description)
        assert read.sequence == row.sequence
        assert read.dtstamp == datetime.combine(row.stamp, datetime.min.time(), UTC)
        assert read.status is (EventStatus.CANCELLED if row.canceled else EventStatus.CONFIRMED)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")


@given(name=TEXTS, events=st.lists(PUBLISHED, max_size=4, unique_by=lambda row: row.event.uid))
def test_what_was_written_is_read_back(name, events):
    """A calendar tells the next run exactly what was published, and comes out the same to the byte."""
    text = write_calendar(name, events)
    read = read_calendar(text, "x.ics")
    assert list(read.events) == events
    assert write_calendar(read.name, read.events) == text


@given(plans=st.lists(PLANS, min_size=1, max_size=4))
def test_plans_follow_each_other(plans):
    """After any sequence of plans the calendar holds the last one, and every event that it ever held, canceled."""
    published = ()
    for number, plan in enumerate(plans):
        before = {row.event.uid: row for row in published}
        stamp = DAY + timedelta(days=number)
        published = revise(plan, published, stamp)
        assert {row.event for row in published if not row.canceled} == set(plan)
        for row in published:
            old = before.get(row.event.uid)
            changed = old is None or (old.event, old.canceled) != (row.event, row.canceled)
            assert row.sequence == (0 if old is None else old.sequence + changed)
            assert row.stamp == (stamp if changed else old.stamp)
        assert revise(plan, published, stamp + timedelta(days=9)) == published
    assert {row.event.uid for row in published} == {event.uid for plan in plans for event in plan}


def test_a_time_before_and_after_the_clocks_change():
    """Ten in the morning in New York is 15:00 UTC in winter and 14:00 in summer, and 04:30 in India."""
    new_york, kolkata = ZoneInfo("America/New_York"), ZoneInfo("Asia/Kolkata")
    starts = [
        datetime(2027, 3, 10, 10, tzinfo=new_york),
        datetime(2027, 3, 17, 10, tzinfo=new_york),
        datetime(2027, 3, 1, 10, tzinfo=kolkata),
    ]
    rows = [Published(Event(event_uid(str(at)), at, at + timedelta(hours=1), "Session"), 0, DAY) for at in starts]
    text = write_calendar("Spring", rows)
    assert "DTSTART:20270310T150000Z" in text
    assert "DTSTART:20270317T140000Z" in text
    assert "DTSTART:20270301T043000Z" in text


def test_days_end_on_the_day_after():
    """A visit over a leap day and a year's end is all-day, until the day after the last one."""
    event = Event(event_uid("a"), date(2028, 2, 28), date(2028, 3, 1), "Visit")
    assert "DTSTART;VALUE=DATE:20280228\r\nDTEND;VALUE=DATE:20280301\r\n" in write_calendar(
        "x", [Published(event, 0, DAY)]
    )


@pytest.mark.parametrize(
    "text", ["", "no calendar", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"]
)
def test_a_file_of_somebody_else_is_refused(text):
    """What is no calendar of ours is a finding, as what changed since cannot be known."""
    with pytest.raises(pm.ProblemError) as caught:
        read_calendar(text, "site.ics")
    assert [one.code for one in caught.value.findings] == ["unreadable_calendar"]


def test_an_event_is_known_by_what_it_is():
    """Uids differ where the parts differ, also where they would read the same when joined."""
    assert event_uid("a", "bc") != event_uid("ab", "c")
    assert event_uid("a", "b") == event_uid("a", "b")
