import re

import pytest

from bench.rows import family, row
from benchmarks.case import WAY
from benchmarks.families import FAMILIES
from benchmarks.output import BEGIN, DOCS, END, between, told_rows
from benchmarks.phases import PHASES
from benchmarks.picture import draw_speed
from benchmarks.table import numbers, rows_of, tables


def cells(text, subject):
    """Return the cells of a subject's line, without the first one."""
    (line,) = (line for line in text.splitlines() if f"| {subject} |" in line)
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[2:-1]]


def test_ratio_to_ours():
    """Times are told as multiples of ours, which is in bold."""
    text = tables([family("ours", "peer")], [row("ours", 0.5), row("peer", 6.0)])
    assert cells(text, "**ours**") == ["**ours**", "0.500 s", "1.00", "10 MB", "0", ""]
    assert cells(text, "peer") == ["peer", "6.00 s", "12", "10 MB", "0", ""]


def test_what_is_not_proved_in_time():
    """Its time and ratio are lower limits, its gap a share of the bound, and the note says how far it came."""
    late = row("peer", 60.2, "found", values={"matched": 9, "fit": 95}, bounds={"matched": 9, "fit": 100})
    text = tables([family("ours", "peer")], [row("ours", 2.0), late])
    told = "proved: matched; fit 95 of at most 100"
    assert cells(text, "peer") == ["peer", "not proved in 60 s", "> 30", "10 MB", "5.00%", told]


def test_what_had_to_be_stopped():
    """A process that was ended from outside is marked, without a gap."""
    text = tables([family("ours", "peer")], [row("ours", 2.0), row("peer", 60.0, "timed out")])
    assert cells(text, "peer") == ["peer", "stopped in 60 s", "> 30", "10 MB", "", ""]


@pytest.mark.parametrize("status", ["failed", "not installed"])
def test_what_never_ran(status):
    """A peer that failed or cannot be installed says so, and has no time."""
    text = tables([family("ours", "peer")], [row("ours"), row("peer", 0.0, status, note="why")])
    assert cells(text, "peer")[1:3] == [status, ""]


def test_no_ratio_where_ours_is_not_proved():
    """Nothing is held against a time that is none."""
    text = tables([family("ours", "peer")], [row("ours", 60.0, "found"), row("peer", 6.0)])
    assert cells(text, "peer")[2] == ""


def test_the_way_has_tables_of_its_own():
    """Phases and their growth are told apart from the peers."""
    rows = [
        row("ours"),
        *(row(WAY, case=name, pairs=size, phases=dict.fromkeys(PHASES, size / 100)) for name, size in SIZES.items()),
    ]
    text = tables([family("ours", WAY)], rows)
    assert "| tests | small | 10 | 100.0 ms |" in text
    assert "| tests | 1.00 | 1.00 |" in text


SIZES = {"small": 10, "large": 1000}


def test_contradictions_are_told():
    """The table says whether subjects agree."""
    same = [row("ours", values={"fit": 7}), row("peer", values={"fit": 7})]
    other = [same[0], row("peer", values={"fit": 8})]
    assert "1 values were proved by at least two subjects, and all agree." in tables([family("ours", "peer")], same)
    assert "**They do not agree:**" in tables([family("ours", "peer")], other)


def test_numbers_are_read_back():
    """The raw numbers hold every row, as it was."""
    rows = [
        row("ours", 0.5, values={"fit": 7}, phases={"read": 0.25}, pairs=12, note="a, b"),
        row("peer", 60.0, "found", values={"fit": 5}, bounds={"fit": 9}),
    ]
    assert rows_of(numbers(rows)) == rows


def test_page_around_the_table():
    """Only what is between the marks of a page changes."""
    assert between(f"a\n{BEGIN}\nold\n{END}\nb", "new") == f"a\n{BEGIN}\n\nnew\n{END}\nb"


def test_page_tells_what_was_measured():
    """The tables of the documentation are those of its raw numbers: no number is written by hand."""
    page = (DOCS / "speed.md").read_text(encoding="utf-8")
    measured = page.split(BEGIN)[1].split(END)[0]
    expected = tables(list(FAMILIES.values()), told_rows())
    assert [line for line in measured.splitlines() if line[:1] == "|"] == [
        line for line in expected.splitlines() if line[:1] == "|"
    ]


def test_picture_marks_every_subject():
    """The panel has a point for ours and for each known peer, at its seconds; one that is not proved is hollow."""
    rows = [row("ours", 0.5), row("CP-SAT", 60.0, "found"), row("unknown", 3.0)]
    figure = draw_speed([family("ours", "CP-SAT", "unknown")], rows)
    points = figure.axes[0].collections
    assert [point.get_offsets()[0][0] for point in points] == [0.5, 60.0]
    assert [bool(len(point.get_facecolor())) for point in points] == [True, False]


def test_picture_of_nothing():
    """A run that was stopped before its first row still has a picture."""
    assert draw_speed([family("ours")], []).axes == []
