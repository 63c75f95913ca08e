"""All survey readers: they never raise, know their own exports alone, and are found by their entry points."""

from datetime import datetime
from importlib.metadata import entry_points

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prssmi_match.errors import Finding
from prssmi_match.intake.grid import Row, Sheet
from prssmi_match.intake.surveys import GROUP, read_survey, survey_readers
from prssmi_match.intake.surveys.reader import BUILT_IN

TITLES = [
    "id", "submitdate", "lastpage", "startlanguage", "seed", "Q1", "Q1[other]", "Q3[SQ001]", "Q3[SQ001][1]",
    "interviewtime", "Response ID", "Date submitted", "Last page", "Which? [A]", "Which? [B [c]]", "[x]",
    "StartDate", "EndDate", "Finished", "ResponseId", "Status", "Q5_1", "Q5_2", "Q5_2_TEXT", "record_id", "a___1",
    "form_complete", "redcap_repeat_instrument", "Respondent ID", "Collector ID", "End Date", "Timestamp", "ID",
    "Start time", "Completion time", "Name", "", " ", "]", "[",
]  # fmt: skip
CELLS = st.one_of(
    st.none(),
    st.sampled_from(
        [
            "Y",
            "N/A",
            "1",
            "-oth-",
            "'=x",
            '{"ImportId":"QID1"}',
            '{"ImportId":',
            "2026-01-01",
            "a;b;",
            "[not completed]",
        ]
    ),
    st.text(max_size=5),
    st.just(datetime(2026, 1, 1)),  # noqa: DTZ001 - as Excel gives it
)


@st.composite
def sheets(draw):
    """Draw rows of any length below a header of known and unknown titles."""
    header = draw(st.lists(st.one_of(st.sampled_from(TITLES), st.none()), max_size=8))
    rows = [header, *draw(st.lists(st.lists(CELLS, max_size=9), max_size=5))]
    return Sheet("any.csv", tuple(Row(f"row {n}", tuple(row), n) for n, row in enumerate(rows, start=1)))


@given(sheets())
def test_no_sheet_makes_a_reader_raise(sheet):
    """Every reader recognizes and reads any sheet without an exception; its keys are unique and its positions exist."""
    for name, reader in survey_readers().items():
        reader.recognize(sheet)
        if sheet.rows[0].cells:
            survey = reader.read(sheet)
            assert survey.system == name
            keys = [question.key for question in survey.questions]
            assert len({*keys}) == len(keys)
            positions = [part.position for question in survey.questions for part in question.parts]
            assert len({*positions}) == len(positions)
            assert all(0 <= position < len(sheet.rows[0].cells) for position in positions)
            assert all(response.row.number > survey.header_rows for response in survey.responses)


@given(sheets())
def test_reading_any_sheet_ends_in_a_survey_or_a_finding(sheet):
    """Whatever a sheet holds, it is recognized by one reader, or a finding says why not."""
    found = read_survey(sheet)
    if isinstance(found, Finding):
        assert found.code in {"unknown_system", "ambiguous_system", "empty_file"}
    else:
        assert found.note.startswith("any.csv: an export of ")


def test_our_readers_are_registered_like_those_of_others():
    """The six built-in readers stand in the entry-point group that third parties use."""
    assert {point.name for point in entry_points(group=GROUP)} >= {*BUILT_IN}
    assert {*survey_readers()} >= {*BUILT_IN}
    assert len(BUILT_IN) == 6


@pytest.mark.parametrize("header", [["id", "name"], ["id", "settings", "preferences"], ["mentee", "mentor", "score"]])
def test_native_tables_are_no_exports(header):
    """A native table is taken for no survey system."""
    sheet = Sheet("mentees.csv", (Row("row 1", tuple(header), 1), Row("row 2", tuple("abc"[: len(header)]), 2)))
    assert [name for name, reader in survey_readers().items() if reader.recognize(sheet)] == []


def test_qualtrics_without_finished():
    """Where the column was left out of the export, the progress tells who has finished."""
    header = ("StartDate", "EndDate", "Progress", "ResponseId", "Q1")
    rows = [
        header,
        ("Start", "End", "Progress", "Id", "Name?"),
        *(("2026-01-01", "", p, "R", "x") for p in ("100", "60")),
    ]
    sheet = Sheet("a.csv", tuple(Row(f"row {n}", row, n) for n, row in enumerate(rows, start=1)))
    survey = read_survey(sheet).survey
    assert [response.complete for response in survey.responses] == [True, False]
