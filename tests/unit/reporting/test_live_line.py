from __future__ import annotations

import io
import sys
import threading
from contextlib import suppress

import nbformat
import pytest
from nbclient import NotebookClient

import prssmi_match as pm
from prssmi_match.reporting.live_line import search_words, step_words

HIDDEN, SHOWN = "\x1b[?25l", "\x1b[?25h"


class _Screen(io.StringIO):
    """Standard error that is a terminal."""

    def isatty(self):
        return True


def _screen(monkeypatch, term="xterm"):
    """Make standard error a terminal of 60 columns, from here on: the runner sets its own before each test."""
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", term)
    screen = _Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    return screen


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (("fit", None, 10), "fit: nothing found yet, at most 10"),
        (("fit", 8, 10), "fit: best so far 8, at most 10 (gap 20.0 %)"),
        (("balance", -50, -40), "balance: best so far -50, at most -40 (gap 25.0 %)"),
        (("loss", -3, 0), "loss: best so far -3, at most 0 (gap 300.0 %)"),
        (("fit", 10, 10), "fit: best so far 10, at most 10 (proved)"),
        (("a\x1b[2J\nb\u202e", 1, 1), "a\ufffd[2J b: best so far 1, at most 1 (proved)"),
    ],
)
def test_where_a_search_stands(told, words):
    """The aim, the best so far, the bound and the gap between them; a name moves no cursor."""
    assert search_words(*told) == words


def test_how_many_are_done():
    """What is worked on, and how many of how many."""
    assert step_words("places\n", 3, 12) == "places: 3 of 12"


def test_without_a_terminal_there_are_lines(capsys):
    """Each change is a line on standard error, after the patience; standard output stays free."""
    with pm.LiveLine(patience=2) as line:
        line("coverage", 3, 4, 1.9)
        line("coverage", 4, 4, 2.0)
        line.step("places", 1, 2, 30)
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        "   2.0 s  coverage: best so far 4, at most 4 (proved)", "  30.0 s  places: 1 of 2",
    ]  # fmt: skip


def test_in_a_terminal_one_line_changes_and_is_gone(monkeypatch):
    """The line is drawn over itself, cut at the width, and taken away; the cursor comes back."""
    screen = _screen(monkeypatch)
    with pm.LiveLine() as line:
        line("coverage", 3, 4, 0.0)
        line("x" * 100, 4, 4, 0.0)
    drawn = screen.getvalue()
    assert "coverage: best so far 3, at most 4 (gap 25.0 %)" in drawn
    assert drawn.index(HIDDEN) < drawn.index("coverage") < drawn.rindex(SHOWN)
    assert "\x1b[2K" in drawn[drawn.rindex("xxx") :]
    assert "x" * 60 not in drawn


def test_the_clock_goes_on_by_itself(monkeypatch):
    """Where nobody tells anything for a while, the line still moves: a search that is alive looks alive."""
    screen = _screen(monkeypatch)
    with pm.LiveLine() as line:
        line("coverage", 3, 4, 0.0)
        drawn = len(screen.getvalue())
        waited = threading.Event()
        for _ in range(40):
            waited.wait(0.1)
            if len(screen.getvalue()) > drawn:
                break
        assert len(screen.getvalue()) > drawn


def test_a_quick_search_says_nothing(monkeypatch):
    """What ends before the patience does leaves no trace on the screen."""
    screen = _screen(monkeypatch)
    with pm.LiveLine(patience=60) as line:
        line("coverage", 3, 4, 0.0)
    assert screen.getvalue().replace(SHOWN, "").strip() == ""


def test_an_error_takes_the_line_away(monkeypatch):
    """Whatever ends the search, the cursor comes back."""
    screen = _screen(monkeypatch)
    line = pm.LiveLine()
    with suppress(KeyboardInterrupt), line:
        line("coverage", 3, 4, 0.0)
        raise KeyboardInterrupt
    assert screen.getvalue().rindex(SHOWN) > screen.getvalue().rindex(HIDDEN)


@pytest.mark.parametrize("lack", ["rich", "moves"])
def test_without_rich_or_a_screen_that_moves_there_are_lines(monkeypatch, lack):
    """A terminal without the extra, and one that cannot move its cursor, are given plain lines."""
    screen = _screen(monkeypatch, "dumb" if lack == "moves" else "xterm")
    if lack == "rich":
        monkeypatch.setitem(sys.modules, "rich.console", None)
    with pm.LiveLine() as line:
        line("coverage", 4, 4, 1.0)
    assert screen.getvalue() == "   1.0 s  coverage: best so far 4, at most 4 (proved)\n"


def test_without_a_block_nothing_is_left_moving(monkeypatch):
    """Given by itself, it tells in lines, as nobody would take a moving one away."""
    screen = _screen(monkeypatch)
    problem = pm.Problem.model_validate({"mentees": [{"id": "a"}], "mentors": [{"id": "m"}]})
    pm.match(problem, on_progress=pm.LiveLine())
    assert "coverage: best so far 1, at most 1 (proved)" in screen.getvalue()
    assert "\x1b" not in screen.getvalue()


@pytest.mark.slow
def test_in_a_notebook_the_line_stands_below_its_cell():
    """The solver tells from a thread of its own; the cell has one line, which ends with what was told last."""
    cells = (
        """
import prssmi_match as pm
problem = pm.Problem.model_validate({"mentees": [{"id": "a"}, {"id": "b"}], "mentors": [{"id": "m"}]})
""",
        """
line = pm.LiveLine()
result = pm.match(problem, on_progress=line)
pm.whatif.slot_values(result, on_progress=line.step);
""",
    )
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    (shown,) = [output for output in notebook.cells[1].outputs if output.output_type == "display_data"]
    assert shown["data"]["text/plain"].endswith("places: 2 of 2")
