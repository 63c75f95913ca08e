from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from ical.event import EventStatus

import prssmi_match as pm
from prssmi_match.reporting.calendars import write_calendars
from prssmi_match.solution.schedule import Call, Due, Session, Visit
from unit.reporting.schedules import CALENDAR, PROBLEM, made_by_hand, session, visit

FIRST, SECOND, THIRD = date(2027, 1, 4), date(2027, 2, 1), date(2027, 3, 1)


def read(folder):
    """All events of all files, by file and title, as another library reads them."""
    return {
        path.name: {event.summary: event for event in IcsCalendarStream.calendar_from_ics(path.read_text()).events}
        for path in sorted(folder.glob("*.ics"))
    }


def test_each_site_has_what_it_takes_part_in(tmp_path):
    """There is a calendar of everything, and one of each mentee and mentor that is in the schedule."""
    schedule = made_by_hand()
    files = write_calendars(schedule, tmp_path, FIRST)
    found = read(tmp_path)
    assert [path.name for path in files] == [*found]
    assert [*found] == [
        *("cohort.ics", "mentee-bay.ics", "mentee-elm.ics", "mentee-pine.ics", "mentor-ash.ics", "mentor-oak.ics")
    ]
    assert len(found["cohort.ics"]) == 3 + 3 + 6 + 6
    assert [*found["mentor-ash.ics"]] == [
        *("Learning session 1", "Learning session 2", "Learning session 3"),
        *("Intro call: Bay City and Ashport", "Site visit: Bay City at Ashport", "Debrief: Bay City and Ashport"),
    ]
    visited = found["mentee-pine.ics"]["Site visit: Pine County at Oakvale"]
    assert (visited.dtstart, visited.dtend) == (date(2027, 5, 12), date(2027, 5, 15))
    assert (visited.description, visited.location) == ("Together with Elm County.", "Oakvale")


def test_clocks_of_all_who_take_part(tmp_path):
    """A session is told in the local time of each zone, before and after the clocks change."""
    write_calendars(made_by_hand(), tmp_path, FIRST)
    sessions = read(tmp_path)["cohort.ics"]
    winter, summer = sessions["Learning session 2"], sessions["Learning session 3"]
    assert winter.dtstart == datetime(2027, 2, 24, 18, tzinfo=UTC)
    assert summer.dtstart == datetime(2027, 3, 24, 17, tzinfo=UTC)
    assert winter.description.split("\n") == [
        "2027-02-24 11:00 in America/Denver",
        "2027-02-24 12:00 in America/Chicago",
        "2027-02-24 13:00 in America/New_York",
    ]


def test_a_changed_plan_takes_the_place_of_the_earlier_one(tmp_path):
    """A moved date keeps its uid and counts up, the rest stays as it was, and a dropped one is canceled."""
    before = made_by_hand()
    write_calendars(before, tmp_path, FIRST)
    first = read(tmp_path)["cohort.ics"]
    moved = (visit("bay", "ash", date(2027, 6, 1)), *(one for one in before.visits if one.mentee != "bay"))
    after = made_by_hand(sessions=before.sessions[:2], visits=moved)
    write_calendars(after, tmp_path, SECOND)
    second = read(tmp_path)["cohort.ics"]
    title = "Site visit: Bay City at Ashport"
    assert second[title].uid == first[title].uid
    assert (second[title].sequence, second[title].dtstamp.date()) == (1, SECOND)
    assert second[title].dtstart == date(2027, 6, 1)
    canceled = second["Canceled: Learning session 3"]
    assert (canceled.uid, canceled.status) == (first["Learning session 3"].uid, EventStatus.CANCELLED)
    others = second.keys() & first.keys() - {title}
    assert all((second[one].sequence, second[one].dtstamp.date()) == (0, FIRST) for one in others)
    assert len(others) == len(first) - 2


def test_writing_the_same_plan_again_changes_no_byte(tmp_path):
    """An unchanged plan gives the same files, whatever day it is."""
    for stamp in (FIRST, SECOND):
        write_calendars(made_by_hand(), tmp_path / stamp.isoformat(), FIRST)
        write_calendars(made_by_hand(), tmp_path / stamp.isoformat(), stamp)
    one, other = (tmp_path / stamp.isoformat() for stamp in (FIRST, SECOND))
    assert {path.name: path.read_bytes() for path in one.iterdir()} == {
        path.name: path.read_bytes() for path in other.iterdir()
    }


def test_a_site_without_a_mentor_keeps_nothing(tmp_path):
    """Where a site has left the schedule all its events are canceled; a date that comes back counts on."""
    before = made_by_hand()
    write_calendars(before, tmp_path, FIRST)
    kept = [("elm", "oak"), ("pine", "oak")]
    sessions = tuple(
        one.model_copy(update={"mentees": ("elm", "pine"), "mentors": ("oak",)}) for one in before.sessions
    )
    kinds = ("visits", "calls", "dues")
    left = {name: tuple(event for event in getattr(before, name) if event.mentee != "bay") for name in kinds}
    write_calendars(made_by_hand(matching=pm.Matching(pairs=kept), sessions=sessions, **left), tmp_path, SECOND)
    gone = read(tmp_path)["mentee-bay.ics"]
    assert len(gone) == 8
    assert all(event.status is EventStatus.CANCELLED for event in gone.values())
    assert all(one.status is EventStatus.CONFIRMED for one in read(tmp_path)["mentee-elm.ics"].values())
    write_calendars(before, tmp_path, THIRD)
    back = read(tmp_path)["mentee-bay.ics"]
    assert all((event.status, event.sequence) == (EventStatus.CONFIRMED, 2) for event in back.values())


def test_names_cannot_reach_out_of_the_folder(tmp_path):
    """Ids are anybody's text; each site has a file of its own in the folder, also where ids differ in case only."""
    ids = ["../../evil", "CON", "con", "a/b", "a:b", "\u2028x", "x" * 300]
    problem = {"mentees": [{"id": site} for site in ids], "mentors": [{"id": "oak"}]}
    sessions = (session(1, date(2027, 1, 27), mentees=tuple(sorted(ids)), mentors=("oak",)),)
    matching = pm.Matching(pairs=[(site, "oak") for site in ids])
    events = {"sessions": sessions, "visits": (), "calls": (), "dues": ()}
    files = write_calendars(made_by_hand(problem, matching=matching, **events), tmp_path / "in", FIRST)
    assert len({path.name.lower() for path in files}) == len(ids) + 2
    assert sorted(tmp_path.iterdir()) == [tmp_path / "in"]
    assert all(path.parent == tmp_path / "in" and len(path.name) < 100 for path in files)


def test_what_cannot_be_written_says_so(tmp_path):
    """A schedule without dates, and a folder with a calendar of somebody else, leave everything as it was."""
    empty = made_by_hand(status="infeasible", sessions=(), visits=(), calls=(), dues=())
    with pytest.raises(pm.OutputError, match="infeasible"):
        write_calendars(empty, tmp_path, FIRST)
    (tmp_path / "cohort.ics").write_text("mine")
    with pytest.raises(pm.ProblemError):
        write_calendars(made_by_hand(), tmp_path, FIRST)
    assert [path.name for path in tmp_path.iterdir()] == ["cohort.ics"]


NAMES = st.text(min_size=1, max_size=20).filter(str.strip) | st.sampled_from(
    ["Pine; County, \\n", "x\r\nEND:VCALENDAR", "BEGIN:VEVENT\nUID:1", "=HYPERLINK()", "\u202eevil"]
)
STARTS = st.dates(date(2027, 1, 11), date(2027, 7, 1))


@st.composite
def schedules(draw):
    """Schedules with hostile names and any dates, in which visits may share days."""
    problem = {
        side: [site | {"name": draw(NAMES)} for site in PROBLEM[side]] for side in ("mentees", "mentors")
    } | {"name": draw(NAMES)}  # fmt: skip
    days = draw(st.lists(STARTS, unique=True, max_size=4))
    sessions = tuple(session(number, day) for number, day in enumerate(sorted(days), start=1))
    visits = tuple(
        visit(mentee, mentor, draw(STARTS), days=draw(st.integers(1, 5)))
        for mentee, mentor in (("bay", "ash"), ("elm", "oak"), ("pine", "oak"))
        if draw(st.booleans())
    )
    return made_by_hand(problem, CALENDAR, sessions=sessions, visits=visits)


def span(event):
    """When something begins and ends, as a calendar holds it."""
    match event:
        case Session() | Call():
            return event.start_utc, event.start_utc + timedelta(minutes=event.minutes)
        case Visit():
            return event.first_day, event.last_day + timedelta(days=1)
        case Due():
            return event.day, event.day + timedelta(days=1)


@given(plans=st.lists(schedules(), min_size=1, max_size=3))
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_every_date_is_in_the_files_and_nothing_else(plans, tmp_path_factory):
    """After any plans, each file holds the dates of the last one, to the minute, and canceled ones; nothing more."""
    folder = tmp_path_factory.mktemp("calendars")
    for number, schedule in enumerate(plans):
        write_calendars(schedule, folder, FIRST + timedelta(days=number))
    last = plans[-1]
    whole = [*last.sessions, *last.visits, *last.calls, *last.dues]
    expected = {"cohort.ics": whole} | {
        **{f"mentee-{mentee}.ics": [*last.of_mentee(mentee)] for mentee in ("bay", "elm", "pine")},
        **{f"mentor-{mentor}.ics": [*last.of_mentor(mentor)] for mentor in ("ash", "oak")},
    }
    for name, events in expected.items():
        calendar = IcsCalendarStream.calendar_from_ics((folder / name).read_text(encoding="utf-8"))
        standing = [event for event in calendar.events if event.status is EventStatus.CONFIRMED]
        key = lambda pair: tuple(map(str, pair))  # noqa: E731 - days and times do not compare
        found = sorted(((event.dtstart, event.dtend) for event in standing), key=key)
        assert found == sorted((span(event) for event in events), key=key)
        assert len({event.uid for event in calendar.events}) == len(calendar.events)
