"""Excel workbooks: what a cell shows is what is read."""

import datetime as dt
import sys
import zipfile

import pytest

from prssmi_match.errors import MissingExtraError
from prssmi_match.intake import read_problem

openpyxl = pytest.importorskip("openpyxl")


@pytest.fixture
def book(tmp_path):
    """Write a workbook: ``book(mentees=[[...], ...])``; the mentor is oak."""

    def write(change=None, **sheets):
        workbook = openpyxl.Workbook()
        workbook.remove(workbook.active)
        for name, rows in {"mentors": [["id"], ["oak"]], **sheets}.items():
            sheet = workbook.create_sheet(name)
            for row in rows:
                sheet.append(row)
        if change:
            change(workbook)
        workbook.save(tmp_path / "cohort.xlsx")
        return tmp_path / "cohort.xlsx"

    return write


def test_numbers_and_text(book):
    """Numbers are written as they are shown: whole without a point, ids as text, leading zeros kept."""

    def show_zeros(workbook):
        workbook["mentees"]["A3"].number_format = "000"

    path = book(
        show_zeros,
        mentees=[["id", "team_size", "review_score", "attributes.since"], [12, 3.0, 87.5, True], [7, None, None, None]],
        previous=[["mentee", "mentor"], [12, "oak"]],
        history=[["round", "mentee", "mentor", "satisfaction"], [2018, 12, "oak", 4.0], [2018, 7, None, None]],
        notes=[["whatever"]],
    )
    problem = read_problem(path)
    first, second = problem.mentees
    assert [(row.round, row.mentor, row.satisfaction) for row in problem.history] == [
        (2018, "oak", 4),
        (2018, None, None),
    ]
    assert (first.id, first.team_size, first.review_score, first.attributes) == ("12", 3, 87.5, {"since": "TRUE"})
    assert second.id == "007"


def test_dates(book, findings_of):
    """A date is an accident, except in an attribute."""
    day = dt.datetime(2019, 5, 1)  # noqa: DTZ001 - Excel knows no time zones
    assert read_problem(book(mentees=[["id", "attributes.visit"], ["pine", day]])).mentees[0].attributes == {
        "visit": "2019-05-01"
    }
    (found,) = findings_of(book(mentees=[["id", "topics"], ["pine", day]]))
    assert (found.code, found.place) == ("turned_into_date", "cohort.xlsx sheet mentees row 2, column topics")
    assert "2019-05-01" in found.found


def test_cells_without_a_value_to_read(book, findings_of):
    """Formulas that were never computed, and merged cells, would be blank in silence."""

    def merge(workbook):
        workbook["mentees"].merge_cells("C2:C3")

    rows = [["id", "name", "state", "#note"], ["pine", '="Pi"&"ne"', "MN", "=1/0"], ["fir", None, None, None]]
    findings = findings_of(book(merge, mentees=rows))
    assert [(found.code, found.place) for found in findings] == [
        ("merged_cells", "cohort.xlsx sheet mentees, cells C2:C3"),
        ("formula_without_result", "cohort.xlsx sheet mentees row 2, cell B2"),
    ]


def with_result(path, result):
    """Store the result of the formula in B2, as Excel does."""
    with zipfile.ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    for name, part in parts.items():
        parts[name] = part.replace(b'<c r="B2"><f>A2</f><v />', b'<c r="B2" ' + result)
    assert any(result in part for part in parts.values())
    with zipfile.ZipFile(path, "w") as target:
        for name, part in parts.items():
            target.writestr(name, part)
    return path


def test_results_of_formulas(book, findings_of):
    """The stored result of a formula is read, an empty text is blank, and an error of Excel is a finding."""

    def path():
        return book(mentees=[["id", "name"], ["pine", "=A2"]])

    computed = with_result(path(), b't="str"><f>A2</f><v>pine</v>')
    assert read_problem(computed).mentees[0].name == "pine"
    assert read_problem(with_result(path(), b't="str"><f>A2</f><v></v>')).mentees[0].name is None
    (found,) = findings_of(with_result(path(), b't="e"><f>A2</f><v>#N/A</v>'))
    assert (found.code, found.found) == ("excel_error", "#N/A")


def test_the_program_beside_a_workbook(book, findings_of):
    """program.toml, or a file with the workbook's name, belongs to it; both are one too many."""
    path = book(mentees=[["id"], ["pine"]])
    path.with_name("program.toml").write_text("default_capacity = 2\n")
    assert read_problem(path).default_capacity == 2
    path.with_suffix(".toml").write_text("default_capacity = 4\n")
    assert [found.code for found in findings_of(path)] == ["two_programs"]
    path.with_name("program.toml").unlink()
    assert read_problem(path).default_capacity == 4


def test_sheets(book, findings_of):
    """A missing, misspelled or empty sheet is a finding."""
    assert [found.code for found in findings_of(book())] == ["missing_table"]
    assert [found.code for found in findings_of(book(Mentees=[["id"], ["pine"]]))] == ["misspelled_table"]
    assert [found.code for found in findings_of(book(mentees=[]))] == ["no_header"]


def test_a_damaged_workbook(tmp_path, findings_of):
    """A file that is no workbook is a finding."""
    file = tmp_path / "cohort.xlsx"
    file.write_bytes(b"PK\x03\x04 no workbook")
    assert [found.code for found in findings_of(file)] == ["unreadable_file"]


def test_without_openpyxl(book, monkeypatch):
    """Where the extra is missing, the error says how to install it."""
    path = book(mentees=[["id"], ["pine"]])
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtraError, match="excel"):
        read_problem(path)
