from datetime import date, datetime

import openpyxl
import pandas as pd
import pytest

import prssmi_match as pm
from prssmi_match.intake.progress import progress_from_frame, read_progress
from unit.reporting.schedules import made_by_hand, session

PROBLEM = {
    "mentees": [
        {"id": "pine", "name": "Pine County", "team_size": 4},
        {"id": "bay", "name": "Bay"},
        {"id": "b2", "name": "Bay"},
        {"id": "fir"},
    ],
    "mentors": [{"id": "oak", "name": "Oakvale"}],
}
GROUP = {"mentees": ("bay", "pine"), "mentors": ("oak",)}
SCHEDULE = made_by_hand(
    PROBLEM,
    matching=pm.Matching(pairs=[("pine", "oak"), ("bay", "oak"), ("b2", "oak")]),
    sessions=(session(1, date(2027, 2, 10), **GROUP), session(2, date(2027, 3, 10), **GROUP)),
    visits=(),
    calls=(),
    dues=(),
)
AS_OF = date(2027, 3, 20)
HEAD = "site,milestone,session,date,people,done,note\n"


def read(tmp_path, rows, head=HEAD):
    """What a file of these rows states."""
    (tmp_path / "progress.csv").write_text(head + rows, encoding="utf-8")
    return read_progress(tmp_path / "progress.csv", SCHEDULE, as_of=AS_OF)


def codes(progress):
    """The findings as (code, row, column)."""
    return [(one.code, one.spot.row, one.spot.column) for one in progress.findings]


def test_a_table_as_people_write_it(tmp_path):
    """Sites by id or name, milestones by name or title, a session by its number or its day; blank means yes."""
    progress = read(
        tmp_path,
        "pine county,Learning session,2,2027-03-10,3,,by phone\n"
        "bay,session,,2027-02-10,,NO,\n"
        "Oakvale,Mentor training,,,,true,\n"
        "pine,Site visit,,,2,,\n"
        ",,,,,,\n",
    ).required()
    assert [(one.site, one.milestone, one.session, one.done) for one in progress.reports] == [
        ("pine", "session", "2", True),
        ("bay", "session", "1", False),
        ("oak", "training", None, True),
        ("pine", "visit", None, True),
    ]
    first = progress.reports[0]
    assert (first.date, first.people, first.note) == (date(2027, 3, 10), 3, "by phone")


def test_everything_that_is_wrong_is_told_at_once(tmp_path):
    """Each defect has its code, row and column, and no row with one is read."""
    progress = read(
        tmp_path,
        "pime,visit,,,,,\n"
        "Bay,visit,,,,,\n"
        "oak,visit,,,,,\n"
        "pine,visitt,,,,,\n"
        "pine,session,3,,,,\n"
        "pine,session,,2027-02-11,,,\n"
        "b2,session,1,,,,\n"
        "pine,visit,1,,,,\n"
        "pine,workplan,,3/1/2027,,,\n"
        "pine,survey,,2027-02-29,,,\n"
        "pine,debrief,,2027-03-21,,,\n"
        "pine,team,,,-2,,\n"
        "pine,intro_call,,,0,,\n"
        "pine,team,,,4.5,maybe,\n"
        ",visit,,,,,\n",
    )
    assert codes(progress) == [
        ("unknown_id", 2, "site"),
        ("shared_name", 3, "site"),
        ("unknown_id", 4, "site"),
        ("unknown_milestone", 5, "milestone"),
        ("unknown_session", 6, "session"),
        ("missing", 7, "session"),
        ("unknown_session", 8, "session"),
        ("unexpected_session", 9, "session"),
        ("not_a_date", 10, "date"),
        ("no_such_day", 11, "date"),
        ("future_date", 12, "date"),
        ("not_a_count", 13, "people"),
        ("nobody", 14, "people"),
        ("not_a_whole_number", 15, "people"),
        ("unreadable_done", 15, "done"),
        ("missing", 16, "site"),
    ]
    assert progress.reports == ()
    assert "Did you mean 'pine'?" in progress.findings[0].sentence
    with pytest.raises(pm.ProblemError) as caught:
        progress.required()
    assert caught.value.findings == progress.findings


def test_statements_that_disagree_are_warnings(tmp_path):
    """More people than the team, and a site without a place in the plan, are told and keep nothing from being read."""
    progress = read(tmp_path, "pine,visit,,,5,,\nbay,visit,,,9,,\nbay,team,,,3,,\nfir,visit,,,,,\n").required()
    assert codes(progress) == [
        ("more_than_team", 2, "people"),
        ("more_than_team", 3, "people"),
        ("not_in_plan", 5, "site"),
    ]
    assert len(progress.reports) == 4


def test_a_second_row_of_the_same_is_refused(tmp_path):
    """Two rows that say the same thing are a defect; a no that a yes follows is not."""
    progress = read(tmp_path, "pine,visit,,,2,,\npine,visit,,,3,,\nbay,visit,,,,no,\nbay,visit,,,2,yes,\n")
    assert codes(progress) == [("duplicate_report", 3, "site")]
    assert "row 2" in progress.findings[0].sentence


@pytest.mark.parametrize(
    ("head", "code"),
    [("site,what\n", "unknown_column"), ("site\n", "missing_column"), (",\n", "no_header"), ("", "empty_file")],
)
def test_the_header_is_checked(tmp_path, head, code):
    """A column that is not known, a column that is needed, and no header at all."""
    assert code in [finding.code for finding in read(tmp_path, "", head).findings]


def test_a_file_that_is_not_there(tmp_path):
    """A missing file, and bytes that are no text, are findings."""
    assert [one.code for one in read_progress(tmp_path / "none.csv", SCHEDULE, as_of=AS_OF).findings] == [
        "missing_file"
    ]
    (tmp_path / "bytes.csv").write_bytes(b"\xff\xfe\xff")
    assert read_progress(tmp_path / "bytes.csv", SCHEDULE, as_of=AS_OF).findings


def test_a_workbook_with_dates(tmp_path):
    """Cells that Excel made dates of are days; the sheet is called progress, or is the only one."""
    for title in ("progress", "Attendance"):
        book = openpyxl.Workbook()
        book.active.title = title
        for row in (
            ["site", "milestone", "date", "people"],
            ["pine", "visit", datetime.fromisoformat("2027-03-01"), 2],
        ):
            book.active.append(row)
        book.save(tmp_path / "book.xlsx")
        (report,) = read_progress(tmp_path / "book.xlsx", SCHEDULE, as_of=AS_OF).required().reports
        assert (report.date, report.people) == (date(2027, 3, 1), 2)


def test_a_data_frame_says_the_same():
    """A data frame is read like a file; a time of day is no day."""
    frame = pd.DataFrame({"site": ["pine"], "milestone": ["visit"], "date": [date(2027, 3, 1)], "people": [2]})
    (report,) = progress_from_frame(frame, SCHEDULE, as_of=AS_OF).required().reports
    assert (report.site, report.date, report.people) == ("pine", date(2027, 3, 1), 2)
    late = frame.assign(date=[datetime.fromisoformat("2027-03-01T09:30")])
    assert [one.code for one in progress_from_frame(late, SCHEDULE, as_of=AS_OF).findings] == ["not_a_date"]
    with pytest.raises(TypeError):
        progress_from_frame([], SCHEDULE, as_of=AS_OF)
