from __future__ import annotations

import pytest

from prssmi_match.reporting.document import Column, Data, Number, Report, Section, Table, Text, plain_text


def test_plain_text_joins_the_parts_in_order():
    """Words, data and marked numbers read as one line."""
    assert plain_text(("a ", Data("<b>"), " ", Number(3, "*"))) == "a <b> 3*"


def test_a_row_that_does_not_fit_its_columns_is_refused():
    """A cell too few never shifts the others unnoticed."""
    with pytest.raises(ValueError, match="caption"):
        Table((Column("one"), Column("two")), (("only",),), "caption")


def test_two_sections_with_one_id_are_refused():
    """An id names one place of the page."""
    with pytest.raises(ValueError, match="same"):
        Report("title", (Section("same", "A", ()), Section("same", "B", ())))


def test_a_section_is_found_by_its_id():
    """Later work reads and extends sections by their names."""
    section = Section("loads", "Loads", (Text("x"),))
    assert Report("title", (section,)).section("loads") is section
