from __future__ import annotations

import io
import shutil
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from prssmi_match.errors import Finding, MissingExtraError, Spot
from prssmi_match.intake import read_problem
from prssmi_match.intake.delimited import read_delimited
from prssmi_match.reporting.findings import mark_tables, mark_workbook
from unit.reporting.cohorts import HOSTILE

SPRING = Path(__file__).parents[3] / "examples" / "spring_cohort"
RED, AMBER = "FFFFC7CE", "FFFFE699"
ROWS = (("id", "name", "score"), ("oak", "Oak City", "high"), ("elm", None, "7"))


def _finding(spot, sentence="Repair it.", severity="error", **fields):
    return Finding("code", "a place", fields.get("found", ""), fields.get("expected", ""), sentence, severity, spot)


def _open(data):
    return load_workbook(io.BytesIO(data))


def _marks(sheet):
    """Return what is marked on a sheet: color and note by cell."""
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.comment is not None]
    return {cell.coordinate: (cell.fill.fgColor.rgb, cell.comment.text) for cell in cells}


def _listed(sheet):
    """Return the list as one mapping a finding."""
    header, *rows = sheet.iter_rows(min_row=2, values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def _book(**sheets):
    """Return the content of a workbook with these cells by sheet."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for title, cells in sheets.items():
        sheet = workbook.create_sheet(title)
        for coordinate, value in cells.items():
            sheet[coordinate] = value
    return _saved(workbook)


def _saved(workbook):
    data = io.BytesIO()
    workbook.save(data)
    return data.getvalue()


def test_cells_are_colored_and_explained():
    """An error is red, a warning amber, both together red, and the note holds every sentence."""
    findings = [
        _finding(Spot("a.csv", "", 2, "score", 2), "Digits, please."),
        _finding(Spot("a.csv", "", 3, "name", 1), "It has no name.", "warning"),
        _finding(Spot("a.csv", "", 3, "score", 2), "Too low.", "warning"),
        _finding(Spot("a.csv", "", 3, "score", 2), "And odd."),
    ]
    copy = _open(mark_tables({"a.csv": ROWS}, findings))
    assert _marks(copy["a"]) == {
        "C2": (RED, "Error: Digits, please."),
        "B3": (AMBER, "Warning: It has no name."),
        "C3": (RED, "Error: And odd.\n\nWarning: Too low."),
    }


def test_rows_columns_and_files_are_marked_where_they_begin():
    """A row is marked at its first cell, a column at its header, a file only in the list."""
    findings = [
        _finding(Spot("a.csv", "", 3), "A row."),
        _finding(Spot("a.csv", "", None, "score", 2), "A column."),
        _finding(Spot("a.csv"), "A file."),
    ]
    copy = _open(mark_tables({"a.csv": ROWS}, findings))
    assert {cell: note for cell, (_, note) in _marks(copy["a"]).items()} == {
        "A3": "Error: A row.",
        "C1": "Error: A column.",
    }
    assert [row["What to do"] for row in _listed(copy["Findings"])] == ["A row.", "A column.", "A file."]


def test_errors_are_listed_before_warnings():
    """What must be mended comes first; else the order is kept."""
    severities = ["warning", "error", "warning", "error"]
    findings = [
        Finding("code", "", "", "", f"{number}.", severity, Spot("a.csv", "", 2, "id", 0))
        for number, severity in enumerate(severities)
    ]
    listed = _listed(_open(mark_tables({"a.csv": ROWS}, findings))["Findings"])
    assert [row["What to do"] for row in listed] == ["1.", "3.", "0.", "2."]


def test_the_list_stands_first_and_leads_to_the_cells():
    """Every field of a finding is in the list, and its cell is a link; there is a frozen header with a filter."""
    spot = Spot("it's.csv", "", 2, "score", 2, "How many points?")
    copy = _open(mark_tables({"it's.csv": ROWS}, [_finding(spot, "Digits.", found="high", expected="a number")]))
    sheet = copy.worksheets[0]
    assert _listed(sheet) == [
        {
            "Severity": "error", "Sheet": "it's", "Cell": "C2", "Row": 2, "Column": "score", "Found": "high",
            "Question": "How many points?", "What to do": "Digits.", "Expected": "a number", "Code": "code",
        }
    ]  # fmt: skip
    assert sheet["C3"].hyperlink.location == "'it''s'!C2"
    assert sheet["C3"].hyperlink.target is None
    assert (sheet.title, sheet.freeze_panes, sheet.auto_filter.ref) == ("Findings", "A3", "A2:J3")
    assert sheet["A1"].value.startswith("1 error. ")
    assert sheet["A3"].fill.fgColor.rgb == RED
    assert copy.active is sheet


def test_without_questions_the_list_has_no_column_for_them():
    """Native tables ask nothing."""
    sheet = _open(mark_tables({"a.csv": ROWS}, [_finding(Spot("a.csv", "", 2))]))["Findings"]
    assert "Question" not in [cell.value for cell in sheet[2]]


def test_findings_of_other_files_stay_out():
    """Neither a file that was not asked for nor a finding about no file is in the list or marked."""
    findings = [
        _finding(Spot("b.csv", "", 2, "id", 0)),
        _finding(None),
        _finding(Spot("a.csv", "", 2, "id", 0), "Ours."),
    ]
    copy = _open(mark_tables({"a.csv": ROWS}, findings))
    assert [row["What to do"] for row in _listed(copy["Findings"])] == ["Ours."]
    assert list(_marks(copy["a"])) == ["A2"]


def test_several_tables_have_a_sheet_each():
    """Files of one folder come together, each finding at its own; equal or forbidden titles do not clash."""
    tables = {"mentees.csv": ROWS, "MENTEES.txt": ROWS, "findings.csv": ROWS, "a[b]:c*.csv": ROWS, "history.csv": ROWS}
    findings = [_finding(Spot(file, "", 2, "id", 0), file) for file in tables]
    copy = _open(mark_tables(tables, findings))
    assert copy.sheetnames == ["Findings", "mentees", "MENTEES 2", "findings 2", "a_b__c_", "table"]
    assert [_marks(sheet)["A2"][1] for sheet in copy.worksheets[1:]] == [f"Error: {file}" for file in tables]


def test_text_stays_text():
    """Nothing becomes a formula, a number, a date, a truth value or an error: it is what stood in the file."""
    texts = (
        "007",
        "3/4",
        "2019-03-05",
        "12345678901234567890",
        "TRUE",
        "#N/A",
        "1e5",
        "=1+1",
        "+1",
        "-1",
        "@sum",
        "\t=1",
    )
    sheet = _open(mark_tables({"a.csv": (("id",), *((text,) for text in texts))}, []))["a"]
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == [*texts]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [bool(cell.quotePrefix) for cell in cells] == [False] * 7 + [True] * 5


@pytest.mark.parametrize("text", [*HOSTILE, '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0"])
def test_hostile_texts_do_nothing(text):
    """In cells, headers, sentences, questions and file names alike: no formula, and no link but to our own cells."""
    spot = Spot(f"{text}.csv", "", 2, text, 0, text)
    data = mark_tables({f"{text}.csv": ((text,), (text,))}, [_finding(spot, text, found=text, expected=text)])
    copy = _open(data)
    cells = [cell for sheet in copy.worksheets for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert [cell.hyperlink.target for cell in cells if cell.hyperlink] == [None]
    assert copy.worksheets[1]["A2"].value == text
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if "externalLink" in name]


def test_what_a_workbook_cannot_hold_is_replaced_visibly():
    """Control characters and halves of characters are seen to be missing; line ends stay line ends."""
    row = ("a\x00b\x1bc\ufffe", "one\r\ntwo\rthree", "half \ud800")
    finding = _finding(Spot("a.csv", "", 1, "", 0), "bad \x01 \ud800", found="\x02")
    copy = _open(mark_tables({"a.csv": (row,)}, [finding]))
    assert [cell.value for cell in copy["a"][1]] == ["a\ufffdb\ufffdc\ufffd", "one\ntwo\nthree", "half \ufffd"]
    assert copy["a"]["A1"].comment.text == "Error: bad \ufffd \ufffd"


@pytest.mark.parametrize("character", ["x", "\U0001f600"])
def test_too_long_a_text_is_shortened_with_a_note(character):
    """As much as Excel can hold is kept, counted as Excel counts, and the note says how much there was."""
    text = _open(mark_tables({"a.csv": ((character * 40_000,), (character * 16_000,))}, []))["a"]["A1"].value
    assert len(text.encode("utf-16-le")) // 2 in {32_766, 32_767}
    assert text.endswith(f"{character}… [shortened: 40,000 characters]")


def test_a_table_beyond_all_measure_is_cut_and_the_list_says_so():
    """Neither 200,000 rows nor 20,000 columns break it; what is there is a beginning."""
    rows = (("id",) * 20, *(((None,) * 20,) * 200_000))
    copy = _open(mark_tables({"a.csv": rows, "b.csv": (("x",) * 20_000,)}, []))
    assert "a.csv is too large to be copied whole. b.csv is too large" in copy["Findings"]["A1"].value
    assert copy["b"].max_column == 16_384


def test_only_so_many_findings_are_listed():
    """The list of a file where everything is wrong stays usable, and says how many there were."""
    findings = [_finding(Spot("a.csv", "", 2, "id", 0), str(number)) for number in range(5_001)]
    copy = _open(mark_tables({"a.csv": ROWS}, findings))
    assert len(_listed(copy["Findings"])) == 5_000
    assert "the first of 5,001 findings" in copy["Findings"]["A1"].value
    assert _marks(copy["a"])["A2"][1].endswith("Error: 9\n\n... and 4990 more, in the list.")


def test_a_file_that_could_not_be_read_has_a_list():
    """Where there are no rows, the findings are listed without a copy; so for what is no workbook."""
    finding = _finding(Spot("a.xlsx"), "Damaged.")
    for data in (mark_tables({"a.xlsx": ()}, [finding]), mark_workbook(b"no workbook", "a.xlsx", [finding])):
        copy = _open(data)
        assert copy.sheetnames == ["Findings"]
        assert "a.xlsx holds nothing that could be copied." in copy["Findings"]["A1"].value
        assert [row["What to do"] for row in _listed(copy["Findings"])] == ["Damaged."]


def test_the_same_input_gives_the_same_bytes():
    """No clock and no chance is in a copy."""
    findings = [_finding(Spot("a.csv", "", 2, "id", 0))]
    assert mark_tables({"a.csv": ROWS}, findings) == mark_tables({"a.csv": ROWS}, findings)
    book = _book(a={"A1": "id", "A2": 7})
    marked = mark_workbook(book, "a.xlsx", findings)
    assert marked == mark_workbook(book, "a.xlsx", findings)
    assert str(_open(marked).properties.modified) == str(_open(marked).properties.created) == "2019-01-01 00:00:00"


def test_a_workbook_keeps_what_it_holds():
    """Values, formulas, formats and sheets that nothing is wrong with are as they were."""
    cells = {"A1": "id", "A2": 7, "B2": date(2019, 3, 5), "C2": "=A2*2", "D2": True, "E2": 0.5, "F2": "x"}
    book = _open(_book(mentees=cells, other={"B2": "kept"}))
    book["mentees"]["F2"].value = "=not a formula"
    book["mentees"]["F2"].data_type = "s"
    book["mentees"]["A2"].number_format = "000"
    book["other"].column_dimensions["B"].width = 33
    copy = _open(mark_workbook(_saved(book), "a.xlsx", [_finding(Spot("a.xlsx", "mentees", 2, "id", 0), "Seven.")]))
    assert copy.sheetnames == ["Findings", "mentees", "other"]
    there = copy["mentees"]
    assert [cell.value for cell in there[2]] == [7, copy["mentees"]["B2"].value, "=A2*2", True, 0.5, "=not a formula"]
    assert (there["B2"].is_date, there["B2"].value.date()) == (True, date(2019, 3, 5))
    assert [there["C2"].data_type, there["F2"].data_type] == ["f", "s"]
    assert there["A2"].number_format == "000"
    assert _marks(there) == {"A2": (RED, "Error: Seven.")}
    assert (copy["other"]["B2"].value, copy["other"].column_dimensions["B"].width) == ("kept", 33)


def test_sheets_are_found_by_their_trimmed_names_and_taken_names_avoided():
    """Intake trims titles; a sheet that is called Findings and is not ours stays."""
    book = _book(**{" mentees ": {"A1": "id"}, "Findings": {"A1": "mine"}})
    copy = _open(mark_workbook(book, "a.xlsx", [_finding(Spot("a.xlsx", "mentees", 1, "id", 0))]))
    assert copy.sheetnames == ["Findings 2", " mentees ", "Findings"]
    assert list(_marks(copy[" mentees "])) == ["A1"]
    assert copy["Findings 2"]["C3"].hyperlink.location == "' mentees '!A1"
    assert copy["Findings"]["A1"].value == "mine"


def test_only_the_list_is_selected():
    """Of sheets that are selected together, each takes what is typed into another."""
    book = _open(_book(a={"A1": "id"}, b={"A1": "id"}))
    book.active = 1
    copy = _open(mark_workbook(_saved(book), "a.xlsx", []))
    assert copy.active is copy["Findings"]
    assert [sheet.title for sheet in copy.worksheets if sheet.sheet_view.tabSelected] == ["Findings"]


def test_a_copy_of_tables_can_be_read_as_a_workbook_of_tables(tmp_path):
    """Whoever corrects the copy in place of the files loses nothing: it states the problem that the files state."""
    shutil.copytree(SPRING, tmp_path, dirs_exist_ok=True)
    tables = {}
    for path in sorted(SPRING.glob("*.csv")):
        sheet = read_delimited(path.read_bytes(), path.name)
        tables[path.name] = [row.cells for row in sheet.rows]
    findings = [_finding(Spot(file, "", 2, "", 0)) for file in tables]
    (tmp_path / "marked.xlsx").write_bytes(mark_tables(tables, findings))
    assert read_problem(tmp_path / "marked.xlsx") == read_problem(SPRING)


def test_merged_cells_are_marked_where_their_text_is():
    """Only the first of them can hold a note."""
    book = _open(_book(a={"A1": "id", "B1": "both", "D4": "end"}))
    book["a"].merge_cells("B1:C2")
    copy = _open(mark_workbook(_saved(book), "a.xlsx", [_finding(Spot("a.xlsx", "a", 2, "both", 2))]))
    assert list(_marks(copy["a"])) == ["B1"]
    assert [str(cells) for cells in copy["a"].merged_cells.ranges] == ["B1:C2"]


def test_a_note_that_was_there_is_kept():
    """Ours comes first."""
    book = _open(_book(a={"A1": "id"}))
    book["a"]["A1"].comment = Comment("Ask Ann.", "Bob")
    copy = _open(mark_workbook(_saved(book), "a.xlsx", [_finding(Spot("a.xlsx", "a", 1, "id", 0))]))
    assert _marks(copy["a"])["A1"][1] == "Error: Repair it.\n\nBefore: Ask Ann."


def test_the_marks_of_an_earlier_copy_give_way():
    """Whoever corrects the copy and marks it again sees the new findings only, and the notes of others."""
    book = _open(_book(a={"A1": "id", "A2": "x", "A3": "y"}))
    book["a"]["A2"].comment = Comment("Ask Ann.", "Bob")
    book["a"]["A3"].fill = PatternFill("solid", fgColor="FF00FF00")
    first = [_finding(Spot("a.xlsx", "a", row, "id", 0)) for row in (1, 2)]
    again = mark_workbook(mark_workbook(_saved(book), "a.xlsx", first), "a.xlsx", [_finding(Spot("a.xlsx", "a", 1))])
    clean = _open(mark_workbook(again, "a.xlsx", []))
    assert _open(again).sheetnames == clean.sheetnames == ["Findings", "a"]
    assert list(_marks(_open(again)["a"])) == ["A1", "A2"]
    assert _open(again)["a"]["A1"].fill.fgColor.rgb == RED
    assert _marks(clean["a"]) == {"A2": ("00000000", "Ask Ann.")}
    assert clean["a"]["A3"].fill.fgColor.rgb == "FF00FF00"
    assert clean["Findings"]["A1"].value.startswith("No errors. ")


def test_without_openpyxl_the_extra_is_named(monkeypatch):
    """Both ways say which extra brings it."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtraError, match="excel"):
        mark_tables({"a.csv": ROWS}, [])
    with pytest.raises(MissingExtraError, match="excel"):
        mark_workbook(b"", "a.xlsx", [])


TEXTS = st.text(st.characters(codec=None), max_size=8)
NUMBERS = st.none() | st.integers(0, 6) | st.sampled_from([16_384, 1_048_577, 10**12])
SPOTS = st.none() | st.builds(
    Spot, st.sampled_from(["a.csv", "b.csv"]), st.sampled_from(["", "a"]), NUMBERS, TEXTS, NUMBERS, TEXTS
)
FINDINGS = st.lists(
    st.builds(Finding, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, st.sampled_from(["error", "warning"]), SPOTS), max_size=6
)


@given(FINDINGS, st.lists(st.lists(st.none() | TEXTS, max_size=4), max_size=4))
@settings(max_examples=60, deadline=None)
def test_any_findings_about_any_table_are_survived(findings, rows):
    """Wherever spots point to, each finding of the file is listed, and those on the sheet are marked."""
    copy = _open(mark_tables({"a.csv": rows}, findings))
    ours = [finding for finding in findings if finding.spot and finding.spot.file == "a.csv"]
    assert len(_listed(copy["Findings"])) == len(ours)
    marked = sum(cell.comment is not None for sheet in copy.worksheets for row in sheet.iter_rows() for cell in row)
    assert bool(marked) == any(cell.hyperlink for cell in copy["Findings"]["C"])


@given(FINDINGS)
@settings(max_examples=40, deadline=None)
def test_any_findings_about_a_workbook_are_survived(findings):
    """The values of its sheet are the same after any findings."""
    copy = _open(mark_workbook(_book(a={"A1": "id", "B3": 7}), "a.csv", findings))
    assert [*copy["a"].iter_rows(values_only=True)][2][:2] == (None, 7)
    assert len(_listed(copy["Findings"])) == sum(bool(f.spot) and f.spot.file == "a.csv" for f in findings)
