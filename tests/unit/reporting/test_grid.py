from __future__ import annotations

import json
import re

import pytest

from prssmi_match.reporting import build_report, pairings
from prssmi_match.reporting.document import Data, Report, Section, plain_text
from prssmi_match.reporting.grid import Cell, Grid
from prssmi_match.reporting.grid_data import COLUMN_NAME, ROW_NAME, grid_data
from prssmi_match.reporting.terminal import render_terminal
from prssmi_match.solution.pair_prices import PairPrices
from unit.reporting.cohorts import HOSTILE, answer, no_answer, spring, spring_problem
from unit.reporting.parts import certainty, explanation, possible


def _grid(result, *parts) -> Grid:
    return build_report(result, parts).section("grid").blocks[1]


def _reasons(grid: Grid) -> dict[tuple[str, str], Cell]:
    return {
        (row.text, column.text): cell
        for row, cells in zip(grid.rows, grid.cells, strict=True)
        for column, cell in zip(grid.columns, cells, strict=True)
    }


def _restored(text: str) -> list[list[str]]:
    """What the script of the page makes of the data: the reason of each cell."""
    data = json.loads(text)
    names = {ROW_NAME: "rows", COLUMN_NAME: "columns"}

    def reason(row, column):
        place = {ROW_NAME: row, COLUMN_NAME: column}
        text = data["reasons"][data["cells"][row][column]]
        return re.sub("[\x01\x02]", lambda mark: data[names[mark[0]]][place[mark[0]]], text)

    return [[reason(row, column) for column in range(len(data["columns"]))] for row in range(len(data["rows"]))]


def test_the_grid_holds_available_sites_and_marks_the_answer():
    """Sites on hold and withdrawn are left out; each pair of the answer has the mark, no other has."""
    grid = _grid(spring())
    assert [row.text for row in grid.rows] == ["Alder County", "Birch County", "Cedar Falls Court", "Dogwood Parish"]
    assert [column.text for column in grid.columns] == ["Elm City", "Fir Valley", "Oak City"]
    marked = [names for names, cell in _reasons(grid).items() if cell.marked]
    assert marked == [("Alder County", "Oak City"), ("Birch County", "Elm City"), ("Cedar Falls Court", "Elm City")]
    assert all(cell.shown.startswith("✓") == cell.marked for cell in _reasons(grid).values())


def test_a_cell_shows_the_fit_in_percent_and_its_color_follows_that():
    """Alder with Oak: 4 x 500 + 3 x 1000 + 2 x 1000 + 1 x 1000 + 1 x 1000 of 11,000 points are 82 %."""
    cell = _reasons(_grid(spring()))["Alder County", "Oak City"]
    assert (cell.shown, cell.step) == ("✓82", 4)
    assert "Fit: 82 %." in cell.reason


def test_what_is_not_possible_has_a_letter_that_the_legend_explains():
    """A refused pair has no strength, its ground as a letter, and its reason in words; so it can be told from 0 %."""
    grid = _grid(spring())
    cell = _reasons(grid)["Cedar Falls Court", "Oak City"]
    assert (cell.step, cell.shown) == (None, "SF")
    assert cell.reason.startswith("Not possible: Oak City covers none of Cedar Falls Court's settings.")
    assert "They share a director" in cell.reason
    assert dict(grid.legend) == {
        "✓": "in the answer", "F": "a rule of this cohort forbids the pair", "S": "the settings do not fit",
    }  # fmt: skip


def test_what_was_not_worked_out_is_said():
    """A possible pair says what the answer does instead, and that its price is not known; with prices, it is."""
    result = spring()
    told = _reasons(_grid(result))["Dogwood Parish", "Oak City"].reason
    assert told.startswith("No rule forbids Dogwood Parish with Oak City by itself. Fit: ")
    assert "The answer has no mentor for Dogwood Parish." in told
    assert "What this pair would cost was not worked out" in told
    prices = PairPrices(rows=(possible(result, "dogwood", "oak", sentence="It costs 3."),), complete=True)
    assert _reasons(_grid(result, prices))["Dogwood Parish", "Oak City"].reason.endswith("It costs 3.")


def test_each_site_says_what_is_known_of_it():
    """A mentee's reasons and how certain it is; a mentor's mentees, and that its leaving was not worked out."""
    result = spring()
    grid = _grid(result, explanation(result), certainty(result))
    assert grid.row_notes[0] == (
        "Alder County is with Oak City. alder asks about it. oak knows it. alder is with oak in 1 of 2. "
        "By itself it could be with 3 of the 3 available mentors."
    )
    assert grid.row_notes[3] == (
        "Dogwood Parish has no mentor. dogwood lost the draw. dogwood is sure. "
        "By itself it could be with 2 of the 3 available mentors."
    )
    assert grid.column_notes[0] == (
        "Elm City has 2 of up to 3: Birch County and Cedar Falls Court. "
        "What would happen if it left was not worked out for this report. "
        "By itself it could be with 4 of the 4 available mentees."
    )
    assert grid.column_notes[1].startswith(
        "Fir Valley has no mentee; it takes up to 2. If it left, nobody would lose a mentor."
    )


def test_an_answer_that_breaks_rules_is_marked_all_the_same():
    """A pair made by hand against a rule is in the answer and not possible, and both are shown."""
    cell = _reasons(_grid(answer(spring_problem(), [("cedar", "oak")])))["Cedar Falls Court", "Oak City"]
    assert (cell.shown, cell.step, cell.marked) == ("✓SF", None, True)


def test_without_an_answer_the_grid_says_what_is_possible():
    """No mark, no word about an answer."""
    report = build_report(no_answer())
    grid = report.section("grid").blocks[1]
    assert plain_text(report.section("grid").title) == "Which pairs are possible"
    assert not any(cell.marked or "answer" in cell.reason for cells in grid.cells for cell in cells)


def test_too_many_pairs_are_left_out_and_that_is_said(monkeypatch):
    """A page that no browser could show is not written; how to ask for a pair is said instead."""
    monkeypatch.setattr(pairings, "MOST_PAIRS", 11)
    report = build_report(spring())
    (text,) = report.section("grid").blocks
    assert "prssmi-match why-not" in plain_text(text.content)
    assert "Its mentors" not in report.to_markdown()
    assert report.to_html()
    monkeypatch.setattr(pairings, "MOST_PAIRS", 12)
    assert isinstance(build_report(spring()).section("grid").blocks[1], Grid)


def test_without_points_a_possible_pair_has_a_dot():
    """Where no aim gives pairs points, the grid says possible or not."""
    grid = _grid(answer(spring_problem(preset="none", policy=None), [("alder", "oak")]))
    assert _reasons(grid)["Birch County", "Fir Valley"].shown in {"•", "S"}
    assert ("•", "possible") in grid.legend


@pytest.mark.parametrize("hostile", [*HOSTILE, "", "a", "\x01\x02", "No rule"])
def test_the_data_gives_back_every_reason_whatever_the_names_are(hostile):
    """Sentences are shared among pairs with the names left out; putting them in again gives the very same text."""
    rows = (Data(hostile), Data("Oak"), Data("Oakland"))
    columns = (Data("Oak"), Data(hostile or "x"))
    cells = tuple(
        tuple(
            Cell("1", f"No rule forbids {row.text} with {column.text} by itself; Oak, Oakland.") for column in columns
        )
        for row in rows
    )
    grid = Grid(("Mentee", "Mentor"), rows, columns, cells, ("",) * 3, ("",) * 2, "caption", ())
    shown = [[cell.reason.replace("\x01", "\ufffd").replace("\x02", "\ufffd") for cell in row] for row in cells]
    shown = [[text.replace("\r\n", "\n").replace("\r", "\n") for text in row] for row in shown]
    assert _restored(grid_data(grid)) == shown


def test_reasons_that_differ_in_names_alone_are_written_once():
    """So a page of 200 x 60 sites stays small."""
    rows, columns = (tuple(Data(f"{side}{number}") for number in range(9)) for side in ("mentee ", "mentor "))
    cells = tuple(tuple(Cell("1", f"{column.text} refuses {row.text}.") for column in columns) for row in rows)
    grid = Grid(("Mentee", "Mentor"), rows, columns, cells, ("",) * 9, ("",) * 9, "caption", ())
    assert json.loads(grid_data(grid))["reasons"] == [f"{COLUMN_NAME} refuses {ROW_NAME}."]


def test_a_grid_that_does_not_fit_is_refused():
    """A cell too few never shifts the others unnoticed."""
    with pytest.raises(ValueError, match="do not fit"):
        Grid(("A", "B"), (Data("x"),), (Data("y"),), ((),), ("",), ("",), "caption", ())


def test_formats_without_grids_show_a_table_and_the_legend():
    """Markdown and the terminal show what stands in the cells."""
    section = build_report(spring()).section("grid")
    markdown = Report("Title", (section,)).to_markdown()
    assert "| Mentee | Elm City | Fir Valley | Oak City |" in markdown
    assert "- S: the settings do not fit" in markdown
    assert "S: the settings do not fit" in render_terminal([Section("grid", "Grid", section.blocks)])
