from __future__ import annotations

import base64
import hashlib
import json
import re
import sys
from html.parser import HTMLParser

import pytest

from prssmi_match.errors import MissingExtraError
from prssmi_match.reporting import build_report, html
from prssmi_match.reporting.document import Column, Data, Figure, Report, Section, Table, Text, plain_text
from unit.reporting.cohorts import HOSTILE, hostile_result, spring
from unit.reporting.parts import every_part

VOID = {"meta", "img", "br"}


class _Page(HTMLParser):
    """Reads a page: its tags with their attributes, and the texts, each with the tags that it stands in."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, tuple[str, ...]]] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        self.texts.append((data, tuple(self._open)))

    def of(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]


def _fingerprint(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _page(*blocks) -> _Page:
    return _Page(Report("Title", (Section("one", "One", blocks),)).to_html())


def test_hostile_data_is_text_in_an_element_of_its_own_direction():
    """Every hostile name is found whole, as text, inside bdi; no tag, attribute or link comes from the data."""
    result = hostile_result()
    page = _Page(build_report(result, every_part(result)).to_html())
    isolated = " ".join(text for text, inside in page.texts if "bdi" in inside)
    assert [text for text in HOSTILE if text not in isolated] == []
    assert {tag for tag, _ in page.tags} <= {
        "html", "head", "meta", "title", "style", "body", "a", "header", "h1", "bdi", "p", "nav", "h2", "ul", "li",
        "main", "section", "dl", "div", "dt", "dd", "table", "caption", "span", "thead", "tr", "th", "tbody", "td",
        "figure", "img", "figcaption",
        "script", "details", "summary", "h3", "h4", "b", "label", "select",
    }  # fmt: skip
    assert [row.get("type") for row in page.of("script")] == ["application/json", None]
    assert all(attributes["href"].startswith("#") for attributes in page.of("a"))
    assert not [attributes for _, attributes in page.tags if any(name.startswith("on") for name in attributes)]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_sentence_that_quotes_a_bidi_override_is_isolated(text):
    """Sentences made elsewhere hold data too: one with an override stands in bdi, the others need not."""
    page = _page(Text(f"About {text}."))
    inside = next(inside for found, inside in page.texts if found == f"About {text}.")
    assert ("bdi" in inside) == ("\u202e" in text)


def test_what_is_told_of_hostile_parts_is_the_same_without_markup():
    """Each section of a part holds its sentences as text: reading the page gives what the document says."""
    result = hostile_result()
    report = build_report(result, every_part(result))
    shown = "".join(text for text, _ in _Page(report.to_html()).texts)
    for section in report.sections:
        assert plain_text(section.title) in shown
        for block in section.blocks:
            if isinstance(block, Text):
                assert plain_text(block.content) in shown


def test_hostile_data_in_alternative_text_stays_in_its_attribute():
    """A quotation mark in a description does not end the attribute."""
    (image,) = _page(Figure("<svg/>", Data(HOSTILE[1]), Data(HOSTILE[0]))).of("img")
    assert image["alt"] == HOSTILE[1]
    assert set(image) == {"src", "alt"}


def test_a_figure_is_embedded_as_an_image():
    """A drawing is no part of the page: a script in it cannot run."""
    svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
    page = _page(Figure(svg, "A drawing", "Caption"))
    assert base64.b64decode(page.of("img")[0]["src"].removeprefix("data:image/svg+xml;base64,")).decode() == svg
    assert len(page.of("script")) == 1


def test_the_content_policy_lets_only_the_own_style_and_script_through():
    """Nothing loads, and nothing else runs; the hashes are those of the one style sheet and the one script."""
    text = build_report(spring()).to_html()
    policy = next(row["content"] for row in _Page(text).of("meta") if "http-equiv" in row)
    style = re.search(r"<style>(.*)</style>", text, re.DOTALL)[1]
    script = re.search(r"<script>(.*)</script>", text, re.DOTALL)[1]
    assert policy.split("; ") == [
        "default-src 'none'", f"script-src '{_fingerprint(script)}'", f"style-src '{_fingerprint(style)}'",
        "img-src data:", "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]  # fmt: skip
    assert not re.search(r"url\(|@import|https?:", style)


def test_the_script_never_makes_markup_or_code_of_text_nor_asks_for_anything():
    """What could turn text into elements or code, or reach the network, does not occur in it."""
    script = re.search(r"<script>(.*)</script>", build_report(spring()).to_html(), re.DOTALL)[1]
    markup = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser"
    assert re.findall(rf"{markup}|eval|Function\(|setTimeout|fetch|XMLHttp|import|https?:", script) == []


def test_the_data_of_a_grid_cannot_leave_its_element():
    """Among hostile names the data is still JSON, and holds no character that HTML gives a meaning."""
    result = hostile_result()
    text = build_report(result, every_part(result)).to_html()
    data = re.search(r'<script type="application/json" id="grid-2-data">(.*?)</script>', text, re.DOTALL)[1]
    assert not set(data) & set("<>&")
    assert data.isascii()
    names = json.loads(data)["columns"]
    assert [text for text in HOSTILE if not any(text in name for name in names)] == []
    assert not [row for _, row in _Page(text).tags if "style" in row or row.get("src", "").startswith("http")]


def test_tables_name_their_rows_and_columns():
    """Each table has a caption that its scrolling box is labelled by, and header cells with a scope."""
    page = _page(Table((Column("Who"), Column("How many", "number")), (("Oak", "3"),), "Loads"))
    assert [row["scope"] for row in page.of("th")] == ["col", "col", "row"]
    assert page.of("caption")[0]["id"] == page.of("div")[0]["aria-labelledby"]
    assert page.of("div")[0]["tabindex"] == "0"
    assert [row["class"] for row in page.of("td")] == ["number"]


def test_the_page_is_complete_and_its_places_are_unique():
    """Language, encoding and width are stated, there is one h1, and every link leads to a place that exists once."""
    text = build_report(spring()).to_html()
    page = _Page(text)
    assert text.startswith("<!DOCTYPE html>\n")
    assert page.of("html") == [{"lang": "en"}]
    assert {"charset": "utf-8"} in page.of("meta")
    assert len(page.of("h1")) == 1
    ids = [row["id"] for _, row in page.tags if "id" in row]
    assert len(ids) == len(set(ids))
    assert {row["href"][1:] for row in page.of("a")} <= set(ids)


def test_characters_that_no_page_can_hold_are_replaced():
    """Control characters of the data would make the page invalid."""
    assert "a\ufffdb" in [text for text, _ in _page(Text(Data("a\x00b"))).texts]


def test_a_missing_jinja2_is_named_with_its_extra(monkeypatch, tmp_path):
    """Without the extra, the page says what to install, Markdown still works, and nothing is written."""
    monkeypatch.setitem(sys.modules, "jinja2", None)
    html._environment.cache_clear()  # noqa: SLF001 - another test may have loaded jinja2
    report = Report("Title", ())
    with pytest.raises(MissingExtraError, match=r"jinja2 .*prssmi-match\[report\]"):
        report.write(tmp_path)
    assert report.to_markdown() == "# Title\n"
    assert list(tmp_path.iterdir()) == []
