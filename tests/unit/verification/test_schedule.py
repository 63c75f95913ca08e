from datetime import timedelta

import pytest

import prssmi_match as pm
from unit.planning.cohort import calendar, result

DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def schedule():
    """Return a schedule that keeps every rule."""
    limits = [
        {
            "id": "oak",
            "preparation_days": 2,
            "visits_a_month": 2,
            "hosting": [{"first": "2027-03-08", "last": "2027-04-30"}],
        }
    ]
    away = [{"id": "reed", "away": [{"first": "2027-04-05", "last": "2027-04-09"}]}]
    return pm.planning.schedule(result(), calendar(mentors=limits, mentees=away, visits={"notice_days": 5}))


def broken(schedule, part, which, **fields):
    """Return the ids of the rules that a schedule breaks once one of its dates is changed."""
    rows = [one.model_copy(update=fields) if one.key == which else one for one in getattr(schedule, part)]
    return {v.rule_id for v in pm.planning.verify(schedule.model_copy(update={part: tuple(rows)})).violations}


def visit_on(schedule, mentee, day):
    """Return the ids of the rules that are broken where a visit begins on a day."""
    first = schedule.visit_of(mentee).first_day.replace(month=int(day[:2]), day=int(day[3:]))
    return broken(schedule, "visits", f"visit:{mentee}", first_day=first, last_day=first + DAY)


def test_a_schedule_that_was_found(schedule):
    """Nothing is wrong with it."""
    assert pm.planning.verify(schedule).valid


@pytest.mark.parametrize(
    ("mentee", "day", "rule"),
    [
        ("fern", "03-06", "weekdays or holidays"),
        ("fern", "03-01", "sessions_before"),
        ("fern", "03-05", "notice"),
        ("reed", "04-05", "away"),
        ("reed", "03-04", "hosting"),
        ("fern", "04-30", "end"),
        ("moss", "04-20", "intro"),
    ],
)
def test_visits_on_days_that_break_a_rule(schedule, mentee, day, rule):
    """Each rule about a visit, broken by a day of its own."""
    if day == "03-05":
        calendar_ = schedule.calendar.model_copy(update={"announced": schedule.calendar.start + 10 * DAY})
        assert rule in {v.rule_id for v in pm.planning.verify(schedule, calendar_).violations}
    else:
        assert rule in visit_on(schedule, mentee, day)


def test_two_visits_too_close(schedule):
    """The days between visits, and the visits at once, with how many are lacking."""
    first, last = (schedule.visit_of("moss").first_day, schedule.visit_of("moss").last_day)
    assert "preparation:oak" in broken(schedule, "visits", "visit:reed", first_day=last + DAY, last_day=last + 2 * DAY)
    assert "groups_at_once:oak" in broken(schedule, "visits", "visit:reed", first_day=first, last_day=last)
    stricter = calendar(mentors=[{"id": "oak", "visits_a_month": 0}])
    months = [v for v in pm.planning.verify(schedule, stricter).violations if v.rule_id == "visits_a_month:oak"]
    assert months
    assert months[0].witnesses == ("oak",)


def test_sessions_that_break_a_rule(schedule):
    """Its month, its clock, those that cannot come, and the teams that it takes."""
    session = schedule.sessions[0]
    moved = {"day": session.day + 20 * DAY, "start_utc": session.start_utc + 20 * DAY}
    assert "session" in broken(schedule, "sessions", session.key, **moved)
    assert broken(schedule, "sessions", session.key, start_utc=session.start_utc + timedelta(minutes=30)) == {"clock"}
    assert broken(schedule, "sessions", session.key, absent_mentees=("fern",)) == {"absent"}
    night = {
        "start": session.start.replace(hour=3),
        "start_utc": session.start_utc - timedelta(hours=session.start.hour - 3),
    }
    assert {"absent", "present"} <= broken(schedule, "sessions", session.key, **night)


def test_calls_that_break_a_rule(schedule):
    """Its distance from the visit, its hours, and a day on which its mentor has something else."""
    call = next(call for call in schedule.calls if call.key == "intro:reed")
    far = {"day": call.day - 21 * DAY, "start_utc": call.start_utc - 21 * DAY}
    assert "intro" in broken(schedule, "calls", call.key, **far)
    late = {"start": call.start.replace(hour=20), "start_utc": call.start_utc + timedelta(hours=20 - call.start.hour)}
    assert broken(schedule, "calls", call.key, **late) == {"hours"}
    other = next(call for call in schedule.calls if call.key == "intro:moss")
    assert "one_a_day:oak" in broken(schedule, "calls", call.key, day=other.day, start_utc=other.start_utc)


@pytest.mark.parametrize(
    ("part", "key", "fields", "rule"),
    [
        ("visits", "visit:fern", {"paid": 9}, "visit"),
        ("visits", "visit:fern", {"together": ("moss",)}, "visit"),
        ("visits", "visit:fern", {"mentor": "oak"}, "dated"),
        ("visits", "visit:fern", {"key": "visit:gone"}, "dated"),
        ("calls", "debrief:fern", {"time_zone": "America/Chicago"}, "clock"),
    ],
)
def test_what_a_schedule_states_besides(schedule, part, key, fields, rule):
    """Companions, travelers, clocks and sites are worked out anew as well."""
    assert rule in broken(schedule, part, key, **fields)


def test_due_dates_and_moved_dates(schedule):
    """What is due on another day, and a date that is told to be moved."""
    due = schedule.dues[0]
    assert broken(schedule, "dues", due.key, day=due.day + DAY) == {due.kind}
    with_plan = pm.planning.with_earlier(schedule.calendar, schedule)
    earlier = [
        row.model_copy(update={"day": row.day + DAY}) if row.key == "visit:fern" else row for row in with_plan.earlier
    ]
    found = pm.planning.verify(schedule, with_plan.model_copy(update={"earlier": tuple(earlier)}))
    assert {violation.rule_id for violation in found.violations} == {"moved"}


def test_a_date_that_is_missing(schedule):
    """What has no date is told first, as nothing else can be told of it."""
    without = schedule.model_copy(update={"calls": schedule.calls[1:]})
    assert {v.rule_id for v in pm.planning.verify(without).violations} == {"dated"}
