from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from prssmi_match.reporting import build_report
from prssmi_match.reporting.document import (
    Column,
    Data,
    Facts,
    Figure,
    Items,
    Number,
    Report,
    Section,
    Table,
    Text,
    plain_text,
)
from prssmi_match.reporting.markdown import escape
from unit.reporting.cohorts import HOSTILE, hostile_result
from unit.reporting.parts import every_part

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t|\\`*_[]<>#-+=.1&~$:/w ")
)
ALLOWED = {
    "heading_open", "heading_close", "paragraph_open", "paragraph_close", "bullet_list_open", "bullet_list_close",
    "list_item_open", "list_item_close", "table_open", "table_close", "thead_open", "thead_close", "tbody_open",
    "tbody_close", "tr_open", "tr_close", "th_open", "th_close", "td_open", "td_close", "inline",
    "blockquote_open", "blockquote_close",
}  # fmt: skip


def _report(text: str) -> Report:
    data = Data(text)
    table = Table((Column(("x", data)), Column("n", "number")), ((data, Number(1, "*")), (("y", data), "")), data)
    blocks = (Text(data), Items((data, ("z ", data))), Facts((("label", data),)), table)
    return Report(data, (Section("one", text or "-", blocks),))


def _rendered(markdown: str) -> list[tuple[str, str]]:
    """The texts of the rendered document, each with the kind of block that it stands in."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    found = []
    for before, token in pairwise(tokens):
        assert token.type in ALLOWED, token
        if token.type == "inline":
            kinds = {child.type for child in token.children}
            assert kinds <= {"text", "text_special", "em_open", "em_close", "strong_open", "strong_close"}, token
            found.append((before.tag, "".join(child.content for child in token.children)))
    return found


@given(TEXTS)
def test_any_text_is_rendered_unchanged_in_every_place(text):
    """Whatever stands in the data, each block stays one block and shows exactly that text."""
    markdown = _report(text).to_markdown()
    expected = [
        ("h1", text), ("h2", text or "-"), ("p", text), ("p", text), ("p", f"z {text}"), ("p", f"label: {text}"),
        ("p", text), ("th", f"x{text}"), ("th", "n"), ("td", text), ("td", "1*"), ("td", f"y{text}"), ("td", ""),
    ]  # fmt: skip
    wanted = [row for row in expected if row[1] or row[0] in {"td", "th"}]
    assert [row for row in _rendered(markdown) if row[1] or row[0] in {"td", "th"}] == wanted


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_one_line_of_text(text):
    """Markup, links, HTML and table borders in the data are shown, not obeyed."""
    assert [row for row in _rendered(_report(text).to_markdown()) if row == ("td", text)]


def test_hostile_parts_are_text_too():
    """No section of a part turns what the data hold into markup: every block is one of those that a report has."""
    result = hostile_result()
    report = build_report(result, every_part(result))
    titles = [text for tag, text in _rendered(report.to_markdown()) if tag == "h2"]
    assert titles == [plain_text(section.title) for section in report.sections]


def test_plain_text_stays_readable():
    """Names, numbers and sentences are not littered with backslashes."""
    for text in ("St. Paul (MN), 3-5 people: 7.5 %!", "9.15.6755", "-167", "Alder County's team; {x} = 'y'"):
        assert escape(text) == text


def test_direction_marks_do_not_reach_the_source():
    """Overrides are written as references, so that the source reads in its own order too."""
    assert escape("a\u202eb\u2067") == "a&#8238;b&#8295;"


def test_control_characters_are_replaced():
    """What no page can hold is shown as the replacement character."""
    assert escape("a\x00b\x1bc\x85") == "a\ufffdb\ufffdc\ufffd"


def test_addresses_do_not_become_links():
    """GitHub links bare addresses; escaped ones stay text."""
    assert escape("https://x.org www.x.org") == r"https\://x.org www\.x.org"


def test_numbers_stand_to_the_right():
    """The delimiter row carries the alignment of each column."""
    table = Table((Column("a"), Column("b", "number")), (("x", Number(1)),), "")
    assert "| --- | ---: |\n| x | 1 |" in Report("t", (Section("s", "S", (table,)),)).to_markdown()


def test_a_figure_is_told_in_words():
    """Markdown has no drawing, so its title and its description stand there."""
    figure = Figure("<svg/>", "Three bars", "Loads")
    assert Report("t", (Section("s", "S", (figure,)),)).to_markdown().endswith("Loads\n\n> Three bars\n")
