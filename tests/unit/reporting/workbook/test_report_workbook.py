from __future__ import annotations

import io
import sys
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

import prssmi_match as pm
from prssmi_match.errors import MissingExtraError, OutputError
from prssmi_match.reporting import build_report
from prssmi_match.reporting.document import Column, Data, Facts, Figure, Items, Number, Report, Section, Table, Text
from prssmi_match.reporting.workbook.cell_text import put_text
from prssmi_match.reporting.workbook.rendering import render_workbook
from unit.reporting.cohorts import HOSTILE, answer, hostile_result, no_answer, spring, spring_problem
from unit.reporting.parts import every_part, explanation

ACTING = ("=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", " =1", "\uff1d1", '=HYPERLINK("javascript:alert(1)")')

MISTAKEN = ("\x00\x01 a", "#N/A", "1e5", "2026-01-01", "TRUE")


def opened(report):
    """Return the workbook of a report, read again."""
    return load_workbook(io.BytesIO(render_workbook(report)))


def rows(sheet):
    """Return a sheet's rows as mappings of its header."""
    head, *others = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in others]


def spring_book(**changes):
    """The workbook of the spring cohort, with its reasons."""
    result = spring(**changes)
    return opened(build_report(result, [explanation(result)]))


def test_the_sheets_of_an_answer():
    """What is sorted and filtered comes first, each sheet under its own name, and the summary before all."""
    names = spring_book().sheetnames
    assert names[:7] == ["Summary", "Answers", "Points", "Reasons", "Unmatched", "Loads", "To settle"]
    assert {"Tiers", "Rules", "Assumptions", "Fairness"} <= set(names)
    assert "Answer" not in names


def test_every_mentee_is_in_the_answers():
    """One row a mentee, also of those on hold and withdrawn, with ids, choices and what to settle."""
    found = {row["Mentee id"]: row for row in rows(spring_book()["Answers"])}
    assert {site: row["Answer"] for site, row in found.items()} == {
        "alder": "Matched", "birch": "Matched, provisional", "cedar": "Matched", "dogwood": "Without a mentor",
        "hazel": "On hold", "juniper": "Withdrawn",
    }  # fmt: skip
    alder = found["alder"]
    assert (alder["Mentor"], alder["Mentor id"], alder["Mentee's choice number"]) == ("Oak City", "oak", 1)
    assert alder["To settle"] == "7 travelers; the program pays for 3"
    assert found["dogwood"]["Mentor"] is None


def test_points_are_numbers_that_add_up():
    """Numbers stay numbers where they are marked, and a total is what its columns say."""
    book = spring_book()
    sheet = book["Points"]
    for row in rows(sheet):
        values = {head: value for head, value in row.items() if head.startswith("fit: ")}
        times = {head: int(head.rpartition("times ")[2]) if "times" in head else 1 for head in values}
        assert row["fit: total"] == sum(values[head] * times[head] for head in values if head != "fit: total")
    marked = [cell for row in sheet.iter_rows(min_row=2) for cell in row if '"*"' in cell.number_format]
    assert marked
    assert all(isinstance(cell.value, int) for cell in marked)
    totals = {row["Mentee"]: row["fit: total"] for row in rows(sheet)}
    assert {row["Mentee"]: row["Points in fit"] for row in rows(book["Answers"]) if row["Mentor"]} == totals


def test_aims_that_measure_the_same_share_columns():
    """The preset asks for the same fit three times; the sheet has it once."""
    heads = [cell.value for cell in spring_book()["Points"][1]]
    assert [head for head in heads if head.endswith("total")] == ["fit: total"]


def test_loads_have_every_mentor():
    """Unused and withdrawn mentors too; what is assumed is marked and still a number."""
    found = {row["Mentor id"]: row for row in rows(spring_book()["Loads"])}
    assert {site: row["Status"] for site, row in found.items()} == {
        "elm": "Has room", "fir": "Not used", "oak": "Has room", "yew": "Withdrawn",
    }  # fmt: skip
    assert (found["elm"]["Mentees"], found["elm"]["Takes at most"], found["elm"]["Workload"]) == (2, 3, 2)
    assert found["elm"]["Who"] == "Birch County, Cedar Falls Court"


def test_reasons_and_the_unmatched():
    """Each pair and each mentee without a mentor has its sentence; what time ran out for says so."""
    book = spring_book()
    assert [row["Mentee"] for row in rows(book["Reasons"])] == ["Alder County", "Birch County", "Cedar Falls Court"]
    assert [(row["Mentee id"], row["Kind of reason"]) for row in rows(book["Unmatched"])] == [
        ("dogwood", "The draw decided")
    ]
    result = spring()
    late = opened(build_report(result, [explanation(result, unmatched=(), complete=False)]))
    assert [row["Kind of reason"] for row in rows(late["Unmatched"])] == ["Not worked out in time"]


def test_what_to_settle_is_in_one_place():
    """Conditions, provisional pairs and assumptions about sites of the answer, a row each."""
    found = [(row["Sort"], row["Site id"]) for row in rows(spring_book()["To settle"])]
    assert found == [("Provisional", "birch"), ("Condition", "alder"), ("Assumption", "elm")]


def test_sheets_are_ready_to_be_used():
    """Header in sight, filter over all rows, widths, colors that follow the cells, the header on every page."""
    book = spring_book()
    for sheet in book:
        assert sheet.freeze_panes.endswith("2")
        assert sheet.auto_filter.ref.startswith("A1:")
        assert all(sheet.column_dimensions[cell.column_letter].width >= 8 for cell in sheet[1])
        assert sheet.print_title_rows == "$1:$1"
    assert book["Answers"].auto_filter.ref == f"A1:K{1 + len(spring_problem().mentees)}"
    ranges = {str(area.sqref): [rule.type for rule in area.rules] for area in book["Answers"].conditional_formatting}
    assert ranges == {"G2:G7": ["colorScale"], "D2:D7": ["cellIs"] * 3}


def test_the_summary_links_to_every_sheet():
    """Each other sheet is named with what it holds, and a click leads there."""
    book = spring_book()
    links = [cell.hyperlink.location for row in book["Summary"].iter_rows() for cell in row if cell.hyperlink]
    assert links == [f"'{name}'!A1" for name in book.sheetnames[1:]]


def test_pandas_reads_what_people_see(tmp_path):
    """The sheets of an answer are plain tables: the header in row 1, nothing below the records."""
    import pandas as pd

    result = spring()
    build_report(result, [explanation(result)]).to_excel(tmp_path / "r.xlsx")
    frame = pd.read_excel(tmp_path / "r.xlsx", sheet_name="Answers")
    assert list(frame["Mentee id"]) == list(result.problem.mentee_by_id)
    assert frame["Points in fit"].notna().sum() == len(result.matching.pairs)


def test_hostile_text_is_text():
    """Whatever a name is, its cell holds text, and a name that acts is told to be text when the cell is edited, too."""
    names = {f"m{number:02}": text for number, text in enumerate((*HOSTILE, *ACTING, *MISTAKEN))}
    mentees = [{"id": site, "name": name} for site, name in names.items()]
    problem = spring_problem(mentees=mentees, mentors=[{"id": "oak"}], rules=[])
    sheet = opened(build_report(answer(problem, [("m00", "oak")])))["Answers"]
    for name, (cell, *_) in zip(names.values(), sheet.iter_rows(min_row=2), strict=True):
        assert cell.data_type == "s"
        assert cell.value == name.translate({0: "\ufffd", 1: "\ufffd", 13: "\n"})
        assert cell.quotePrefix == name.lstrip().startswith(("=", "+", "-", "@", "\uff1d"))


def test_nothing_in_a_workbook_acts():
    """With every text of the document and of the parts hostile: no formula, no link out of the workbook, no macro."""
    result = hostile_result()
    data = render_workbook(build_report(result, every_part(result)))
    book = load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert all(cell.hyperlink.target is None for cell in cells if cell.hyperlink)
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert not [name for name in names if "external" in name.lower() or "vba" in name.lower()]


@given(texts=st.lists(st.text(max_size=40), min_size=1, max_size=8))
@settings(max_examples=25)
def test_any_text_gives_a_workbook_that_opens(texts):
    """No text, id or title breaks the file or becomes anything but text."""
    table = Table(
        (Column("A"), Column(Data(texts[0]))), tuple((Data(text), Number(1)) for text in texts), Data(texts[0])
    )
    sections = (Section("summary", Data(texts[0]), (Text(Data(texts[-1])), Facts((("Label", Data(texts[0])),)))),)
    sections += (Section("other", "Other", (table, table, Items((Data(texts[-1]),)))),)
    book = opened(Report(Data(texts[0]), sections))
    assert book.sheetnames == ["Summary", "Other", "Other 2"]
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}


def test_a_section_without_a_table_is_a_sheet_of_sentences():
    """Its sentences are rows, and a drawing says what it shows."""
    section = Section("odd-one", "An odd one", (Text("First."), Figure("<svg/>", "It shows.", "A drawing")))
    sheet = opened(Report("R", (section,)))["Odd one"]
    assert list(sheet.iter_rows(values_only=True)) == [
        ("What", "An odd one"), (None, "First."), ("A drawing", "It shows."),
    ]  # fmt: skip


def test_what_is_said_beside_a_table_stands_below_it():
    """A filter takes the table alone."""
    table = Table((Column("A"), Column("B", "number")), (("x", Number(2, "*")),), "Caption")
    sheet = opened(Report("R", (Section("s", "S", (Text("Read this."), table)),)))["S"]
    assert (sheet.auto_filter.ref, sheet["A4"].value) == ("A1:B2", "Read this.")
    assert sheet["B2"].value == 2


def test_a_grid_is_a_sheet_of_numbers():
    """Figures can be sorted and are colored, those of the answer keep their mark, and the marks are told below."""
    sheet = spring_book()["Grid"]
    head = [cell.value for cell in sheet[1]]
    assert head == ["Mentee", "Elm City", "Fir Valley", "Oak City"]
    alder = sheet["D2"]
    assert isinstance(alder.value, int)
    assert 0 <= alder.value <= 100
    assert alder.number_format == '#,##0"✓"'
    assert {rule.type for area in sheet.conditional_formatting for rule in area.rules} == {"colorScale"}
    assert "✓: in the answer" in [row[0] for row in sheet.iter_rows(min_row=6, values_only=True)]


@pytest.mark.parametrize("result", [no_answer(), no_answer(pm.Status.UNKNOWN)])
def test_without_an_answer_there_is_a_workbook_too(result):
    """The summary says so, and what conflicts has its sheet."""
    book = opened(build_report(result))
    assert book.sheetnames[0] == "Summary"
    assert ("Conflict" in book.sheetnames) == (result.conflict is not None)
    assert "Answers" not in book.sheetnames


def test_the_same_report_gives_the_same_bytes(monkeypatch):
    """The clock is in no part of the file."""
    result = spring()
    first = render_workbook(build_report(result, [explanation(result)]))
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    assert render_workbook(build_report(result, [explanation(result)])) == first


def test_written_whole_or_not_at_all(tmp_path):
    """The file is there, or the folder is as it was."""
    path = build_report(spring()).to_excel(tmp_path / "new" / "spring.xlsx")
    assert load_workbook(path).sheetnames[0] == "Summary"
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(OutputError):
        build_report(spring()).to_excel(tmp_path / "taken" / "spring.xlsx")
    assert (tmp_path / "taken").read_text() == "a file"


def test_a_folder_gets_the_workbook_only_if_it_is_asked_for(tmp_path):
    """Two files, or three."""
    report = build_report(spring())
    assert [path.name for path in report.write(tmp_path)] == ["report.html", "report.md"]
    assert [path.name for path in report.write(tmp_path, excel=True)] == ["report.html", "report.md", "report.xlsx"]


def test_without_openpyxl_the_extra_is_named(monkeypatch, tmp_path):
    """What to install is said, and nothing is written."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtraError, match="excel"):
        build_report(spring()).to_excel(tmp_path / "r.xlsx")
    with pytest.raises(MissingExtraError, match="excel"):
        build_report(spring()).write(tmp_path, excel=True)
    assert list(tmp_path.iterdir()) == []


def test_a_long_text_is_shortened_visibly():
    """Excel holds 32,767 characters in a cell, and the cell says what is missing."""
    cell = Workbook().active["A1"]
    put_text(cell, "x" * 40_000)
    assert len(cell.value) == 32_767
    assert cell.value.endswith("… [shortened: 40,000 characters]")
