import pandas as pd
import pytest
from openpyxl import Workbook

import prssmi_match as pm
from prssmi_match.intake import examine_calendar

TOML = 'start = 2027-01-11\nend = 2027-07-09\ntime_zone = "America/Chicago"\n'
MENTEES = "id,time_zone,weekdays,hours,holidays,available,away\n"
MENTORS = "id,away,hosting,visits_a_month,groups_at_once,preparation_days\n"
ROW = {
    "id": "pine",
    "weekdays": ["monday", "friday"],
    "hours": ["09:00", "16:30"],
    "holidays": ["US", "US-MN"],
    "away": [{"first": "2027-02-01"}, {"first": "2027-03-01", "last": "2027-03-05", "reason": "audit"}],
}
EXPECTED = {"start": "2027-01-11", "end": "2027-07-09", "time_zone": "America/Chicago", "mentees": [ROW]}
CELLS = [
    "pine",
    None,
    "Monday | friday",
    "9:00-16:30",
    "US | US-MN",
    None,
    "2027-02-01 | 2027-03-01 .. 2027-03-05 (audit)",
]


@pytest.fixture
def folder(tmp_path):
    """Return a folder with a calendar and a function that writes more files into it."""

    def write(**files):
        for name, text in {"calendar": TOML, **files}.items():
            suffix = "toml" if name == "calendar" else "csv"
            (tmp_path / f"{name}.{suffix}").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def findings(path):
    """Return the codes and places of what is wrong."""
    return [(finding.code, finding.place) for finding in examine_calendar(path).findings]


def test_every_way_to_state_a_calendar(folder, tmp_path):
    """TOML with tables, one JSON document, a workbook beside a TOML file, and data frames say the same."""
    expected = pm.Calendar.model_validate(EXPECTED)
    cells = ",".join(f'"{cell or ""}"' for cell in CELLS)
    assert pm.read_calendar(folder(mentee_dates=MENTEES + cells)) == expected
    assert pm.read_calendar(tmp_path / "calendar.toml") == expected
    (tmp_path / "one.json").write_text(expected.model_dump_json(exclude_unset=True), encoding="utf-8")
    assert pm.read_calendar(tmp_path / "one.json") == expected
    book = Workbook()
    book.active.title = "mentee_dates"
    book.active.append(MENTEES.strip().split(","))
    book.active.append(CELLS)
    book.save(tmp_path / "dates.xlsx")
    assert pm.read_calendar(tmp_path / "dates.xlsx") == expected
    frame = pd.DataFrame([CELLS], columns=MENTEES.strip().split(","))
    stated = {name: value for name, value in EXPECTED.items() if name != "mentees"}
    assert pm.calendar_from_frames(mentees=frame, **stated) == expected


def test_the_example():
    """The calendar of the spring cohort, with the limits and days of its mentors."""
    calendar = pm.read_calendar("examples/spring_cohort")
    assert calendar.visits_a_month("stonebridge") == 1
    assert [str(period.end) for period in calendar.mentor_by_id["millrace"].hosting] == ["2027-04-16", "2027-06-11"]


def test_all_findings_with_their_cells(folder):
    """What is wrong in the file and in the tables, together, each at its place."""
    rows = "pine,Chicago,monday,9-17,US-XX,,2027-02-30\n,,,,,,\nelm,,mondy,,,2027-03-05 .. 2027-03-01,soon\n"
    path = folder(
        calendar=TOML + 'weekday = ["monday"]\n', mentee_dates=MENTEES + rows, mentor_dates=MENTORS + "oak,,,x,,\n"
    )
    assert findings(path) == [
        ("unknown_time_zone", "mentee_dates.csv row 2, column time_zone"),
        ("hours", "mentee_dates.csv row 2, column hours"),
        ("unknown_holidays", "mentee_dates.csv row 2, column holidays"),
        ("day", "mentee_dates.csv row 2, column away"),
        ("literal_error", "mentee_dates.csv row 4, column weekdays"),
        ("days_reversed", "mentee_dates.csv row 4, column available"),
        ("days", "mentee_dates.csv row 4, column away"),
        ("not_a_whole_number", "mentor_dates.csv row 2, column visits_a_month"),
        ("extra_forbidden", "calendar.toml, weekday"),
    ]
    spots = {finding.spot.cell for finding in examine_calendar(path).findings if finding.spot}
    assert "G2" in spots


def test_a_day_of_a_workbook(tmp_path):
    """Excel turns a single day into a date; here that is what is meant."""
    book = Workbook()
    book.active.title = "mentor_dates"
    book.active.append(["id", "away"])
    book.active.append(["oak", pd.Timestamp("2027-04-05").to_pydatetime()])
    book.save(tmp_path / "dates.xlsx")
    (tmp_path / "dates.toml").write_text(TOML, encoding="utf-8")
    assert str(pm.read_calendar(tmp_path / "dates.xlsx").mentors[0].away[0].end) == "2027-04-05"


@pytest.mark.parametrize(
    ("text", "code"),
    [("start = 2027-01-11\nend = ", "malformed_toml"), ("", "missing"), ("start = 2027-13-01", "malformed_toml")],
)
def test_files_that_state_no_calendar(folder, text, code):
    """Told as findings, never as errors of a reader."""
    assert findings(folder(calendar=text))[0][0] == code


def test_what_is_not_there(tmp_path):
    """A folder without a calendar, a JSON list, and rows that are stated twice."""
    assert findings(tmp_path)[0][0] == "missing_file"
    (tmp_path / "a.json").write_text("[1]", encoding="utf-8")
    assert findings(tmp_path / "a.json")[0][0] == "model_type"
    (tmp_path / "calendar.toml").write_text(TOML + '[[mentees]]\nid = "pine"\n', encoding="utf-8")
    (tmp_path / "mentee_dates.csv").write_text(MENTEES + "pine,,,,,,\n", encoding="utf-8")
    assert findings(tmp_path) == [("stated_twice", "mentee_dates.csv")]
    with pytest.raises(pm.ProblemError):
        pm.read_calendar(tmp_path)
