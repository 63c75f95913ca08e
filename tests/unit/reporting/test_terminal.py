from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prssmi_match.reporting import build_report
from prssmi_match.reporting.document import Column, Data, Facts, Figure, Items, Number, Section, Table, Text
from prssmi_match.reporting.terminal import render_terminal
from unit.reporting.cohorts import HOSTILE, hostile_result, spring
from unit.reporting.parts import every_part


def _lines(*blocks, width=40, title="Title"):
    return render_terminal([Section("one", title, blocks)], width).splitlines()[2:]


def test_a_section_has_a_title_and_its_blocks_stand_apart():
    """A title with a line under it; a list belongs to the words that introduce it."""
    text = render_terminal([Section("one", "Who", (Text("They:"), Items(("a", "b")), Text("Done.")))], 40)
    assert text == "Who\n---\nThey:\n  - a\n  - b\n\nDone."


def test_long_lines_are_wrapped_under_their_beginning():
    """Items hang under their mark, and no line is longer than the width."""
    assert _lines(Items(("one two three four five",)), width=16) == ["  - one two", "    three four", "    five"]


def test_values_stand_behind_their_labels():
    """Facts are lines, and a drawing is told by its words."""
    assert _lines(Facts((("Mentees", Number(3, "*")),))) == ["  Mentees: 3*"]
    assert _lines(Figure("<svg/>", "Three bars", "Loads")) == ["Loads", "  Three bars"]


def test_a_table_that_fits_is_aligned():
    """Numbers to the right, words to the left, and prose is wrapped in its own column."""
    table = Table(
        (Column("Who"), Column("Cost", "number"), Column("What", "prose")),
        ((Data("Oak"), Number(12), "one two three four five six seven eight nine ten eleven twelve"),),
        "Menu",
    )
    assert _lines(table, width=56) == [
        "Menu:",
        "  Who  Cost  What",
        "  Oak    12  one two three four five six seven eight",
        "             nine ten eleven twelve",
    ]


def test_a_table_that_is_too_wide_is_told_row_by_row():
    """What names a row stands first; other cells say which they are, unless there is one; empty ones are left out."""
    two = Table((Column("Who"), Column("Why", "prose")), (("A long name of a site", "one two three four"),), "Rows")
    assert _lines(two, width=30) == ["Rows:", "", "  A long name of a site", "      one two three four"]
    columns = (Column("Who"), Column("Where"), Column("Why", "prose"))
    three = Table(columns, (("A long name of a site", "", "one two three four"),), "Rows")
    assert _lines(three, width=30) == ["Rows:", "", "  A long name of a site", "      Why: one two three four"]


@pytest.mark.parametrize("width", [20, 80])
@pytest.mark.parametrize("result", [spring, hostile_result])
def test_any_report_fits_the_screen(result, width):
    """No line is wider than the screen but for single words, which are broken, and for titles' own."""
    told = render_terminal(build_report(result(), every_part(result())).sections, width)
    assert max(map(len, told.splitlines())) <= width


@given(st.text())
def test_nothing_in_the_data_acts_on_the_screen(text):
    """Escape sequences, line ends and marks of direction do not reach the terminal, wherever they stand."""
    told = render_terminal([Section("one", Data(text), (Text(Data(text)), Items((Data(text),))))])
    assert all(character == "\n" or character.isprintable() or not character.isascii() for character in told)
    assert not set(told) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x9b")


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.isprintable() and len(text) < 60])
def test_other_data_is_shown_as_it_is(text):
    """What means something to other formats is plain text here."""
    assert _lines(Text(Data(text)), width=80) == [text]
