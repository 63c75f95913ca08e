import json
import tomllib
from datetime import date

import jsonschema
import pytest
from pydantic import ValidationError

import prssmi_match as pm
from prssmi_match.records.schemas import shipped_schema

WINDOW = {"start": "2027-01-11", "end": "2027-07-09"}
FULL = {
    **WINDOW,
    "name": "Spring",
    "time_zone": "America/Chicago",
    "weekdays": ["monday", "friday"],
    "holidays": ["US", "US-MN"],
    "blackouts": [{"first": "2027-03-22", "last": "2027-03-26", "reason": "conference"}],
    "sessions": {"per": "mentor", "hours": ["08:00", "16:30"]},
    "visits": {"together": 2},
    "calls": {"intro_days": [2, 9]},
    "after": {"survey_on": "2027-07-01"},
    "mentees": [{"id": "pine", "hours": ["09:00", "12:00"], "away": [{"first": "2027-02-01"}]}],
    "mentors": [{"id": "oak", "time_zone": "Asia/Kolkata", "visits_a_month": 2}],
    "earlier": [{"key": "visit:pine", "day": "2027-04-05", "start_utc": None}],
}


def codes(document):
    """Return the codes and places of the findings of a document."""
    with pytest.raises(ValidationError) as caught:
        pm.Calendar.model_validate(document)
    return [(error["type"], error["loc"]) for error in caught.value.errors()]


def test_only_the_window_is_needed():
    """Everything else has a default that says nothing against anybody."""
    calendar = pm.Calendar.model_validate(WINDOW)
    assert calendar.quarter_end == date(2027, 4, 10)
    assert calendar.mentees == calendar.mentors == ()
    assert codes({}) == [("missing", ("start",)), ("missing", ("end",))]


def test_what_was_written_comes_back():
    """As JSON, as Python holds TOML, and as the model; a dump of what was set is what was written."""
    calendar = pm.Calendar.model_validate(FULL)
    assert pm.Calendar.model_validate_json(calendar.model_dump_json()) == calendar
    assert pm.Calendar.model_validate(calendar.model_dump()) == calendar
    toml = tomllib.loads("start = 2027-01-11\nend = 2027-07-09\nsessions = { hours = [08:00:00, 16:30:00] }")
    assert pm.Calendar.model_validate(toml).sessions.hours == calendar.sessions.hours
    again = json.loads(calendar.model_dump_json(exclude_unset=True))
    jsonschema.validate(again, json.loads(shipped_schema("calendar").read_text(encoding="utf-8")))


def test_all_findings_at_once():
    """Fields, references and the order of days, each at its place with a sentence."""
    document = {
        "start": "2027-07-09",
        "end": "2027-01-11",
        "time_zone": "America/Chicgo",
        "holidays": ["US-XX"],
        "weekday": ["monday"],
        "visits": {"least_travelers": 5, "days": 0},
        "sessions": {"hours": ["17:00", "09:00"], "minutes": True},
        "mentees": [
            {"id": "pine", "away": [{"first": "2027-02-29"}, {"first": "2027-03-02", "last": "2027-03-01"}]},
            {"id": "pine", "weekdays": ["monday", "monday"]},
        ],
        "mentors": [{"id": "oak", "visits_a_month": -1, "hours": ["9", "17:00"]}],
        "earlier": [{"key": "a", "day": "2027-04-05"}, {"key": "a", "day": 3}],
    }
    assert sorted(codes(document), key=str) == sorted(
        [
            ("days_reversed", ("end",)),
            ("unknown_time_zone", ("time_zone",)),
            ("unknown_holidays", ("holidays", 0)),
            ("extra_forbidden", ("weekday",)),
            ("min_above_max", ("visits", "paid_travelers")),
            ("greater_than_equal", ("visits", "days")),
            ("hours_reversed", ("sessions", "hours")),
            ("int_type", ("sessions", "minutes")),
            ("day", ("mentees", 0, "away", 0, "first")),
            ("days_reversed", ("mentees", 0, "away", 1, "last")),
            ("duplicate_weekday", ("mentees", 1, "weekdays")),
            ("duplicate_id", ("mentees", 1, "id")),
            ("greater_than_equal", ("mentors", 0, "visits_a_month")),
            ("clock", ("mentors", 0, "hours", 0)),
            ("duplicate_id", ("earlier", 1, "key")),
            ("day", ("earlier", 1, "day")),
        ],
        key=str,
    )


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"first_quarter_end": "2028-01-01"}, "out_of_window"),
        ({"end": "2031-01-01"}, "program_too_long"),
        ({"start": "1969-01-01"}, "day_out_of_range"),
        ({"time_zone": ""}, "string_too_short"),
        ({"time_zone": "../etc"}, "unknown_time_zone"),
        ({"holidays": ["Us"]}, "unknown_holidays"),
        ({"start": "2027-01-11T09:00"}, "day"),
        ({"calls": {"intro_days": [9, 2]}}, "min_above_max"),
    ],
)
def test_findings_of_single_fields(fields, code):
    """Windows, zones and codes that do not exist."""
    assert codes(WINDOW | fields)[0][0] == code


def test_a_near_miss_is_guessed():
    """A misspelled zone, and one by its city alone."""
    with pytest.raises(ValidationError, match="did you mean 'America/Chicago'"):
        pm.Calendar.model_validate(WINDOW | {"time_zone": "America/Chicgo"})
    with pytest.raises(ValidationError, match="did you mean 'Asia/Kolkata'"):
        pm.Calendar.model_validate(WINDOW | {"time_zone": "Kolkata"})


def test_months_of_sessions():
    """Months from any day on: to the end of short ones, over leap days and years, cut at the first quarter's end."""
    calendar = pm.Calendar.model_validate({"start": "2028-01-31", "end": "2028-06-30"})
    assert calendar.months == (
        (date(2028, 1, 31), date(2028, 2, 28)),
        (date(2028, 2, 29), date(2028, 3, 30)),
        (date(2028, 3, 31), date(2028, 4, 29)),
    )
    short = pm.Calendar.model_validate({"start": "2027-12-15", "end": "2028-03-01", "first_quarter_end": "2028-01-20"})
    assert short.months == ((date(2027, 12, 15), date(2028, 1, 14)), (date(2028, 1, 15), date(2028, 1, 20)))
    assert short.sessions_before == 2


def test_limits_of_mentors():
    """Its own, or those that the calendar states for all."""
    calendar = pm.Calendar.model_validate(FULL)
    assert (calendar.visits_a_month("oak"), calendar.visits_a_month("elm")) == (2, None)
    assert (calendar.groups_at_once("oak"), calendar.preparation_days("oak")) == (1, 0)
