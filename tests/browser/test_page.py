"""The page as a browser shows it: it fits, it is styled under its own content policy, and nothing of the data runs."""

from __future__ import annotations

import re

import pytest

from prssmi_match.reporting.document import Figure, Report, Section
from unit.reporting.cohorts import HOSTILE

pytestmark = pytest.mark.slow

RED = (
    "<svg xmlns='http://www.w3.org/2000/svg' width='2000' height='40'><rect width='2000' height='40' fill='red'/></svg>"
)
MEASURE = """() => {
  const root = document.documentElement, boxes = [...document.querySelectorAll(".scroll")];
  document.querySelectorAll("details").forEach(it => { it.open = true; });
  return {
    page: root.scrollWidth - root.clientWidth,
    outside: boxes.filter(it => it.getBoundingClientRect().right > root.clientWidth + 1).length,
    scrolls: boxes.filter(it => it.scrollWidth > it.clientWidth + 1).length,
    tables: boxes.length,
  };
}"""


@pytest.mark.parametrize("name", ["spring", "no-answer", "hostile"])
@pytest.mark.parametrize("width", [320, 390, 1180])
def test_the_page_never_scrolls_sideways(look, name, width):
    """At phone and desktop width the page fits, all entries open; a table that is too wide scrolls in its own box."""
    found = look(name, width=width).evaluate(MEASURE)
    assert (found["page"], found["outside"]) == (0, 0)
    assert found["tables"] > 0
    if name == "spring" and width < 1180:
        assert found["scrolls"] > 0


@pytest.mark.parametrize("dark", [False, True])
def test_the_style_holds_under_the_content_policy(look, dark):
    """The hash in the policy is right, so the colors are ours; dark is dark and light is light."""
    page = look("spring", dark=dark)
    style = page.evaluate("(({color, backgroundColor}) => [color, backgroundColor])(getComputedStyle(document.body))")
    ink, paper = map(_brightness, style)
    assert (paper < 60 and ink > 200) if dark else (paper > 240 and ink < 60)


def test_nothing_of_the_data_acts_or_reorders(look):
    """Hostile names make no element that acts, are read as they are, and an override stays inside its own name."""
    page = look("hostile")
    assert page.locator("script:not([type='application/json'])").count() == 1
    drawings = "img:not([src^='data:image/svg+xml;base64,'])"  # ours are images of their own, in which nothing runs
    acting = f"iframe, object, embed, form, {drawings}, [style*=javascript], a:not([href^='#'])"
    assert page.locator(acting).count() == 0
    shown = page.evaluate("() => [...document.querySelectorAll('bdi')].map(it => it.textContent).join(' ')")
    assert [text for text in HOSTILE if text not in shown] == []
    override = page.locator("bdi", has_text="\u202e").first
    assert override.evaluate("it => getComputedStyle(it).unicodeBidi") == "isolate"


def test_hostile_names_stay_text_where_the_script_shows_them(look):
    """In the look-up, in its answer and at a cell of the grid: whole, as text, each in a direction of its own."""
    page = look("hostile")
    rows, columns = (page.locator(f"select[data-side={side}]") for side in ("row", "column"))
    for number in range(1, rows.locator("option").count()):
        rows.select_option(index=number)
        columns.select_option(index=number)
        answer = page.locator(".look-up-answer")
        name = rows.locator("option").nth(number).evaluate("it => it.textContent")
        assert name in answer.evaluate("it => it.textContent")
        assert answer.locator(":not(bdi, a)").count() == 0
    page.locator(".pairs tbody td").first.hover()
    assert "<script>" in page.locator("#tip").inner_text() or "onerror" in page.locator("#tip").inner_text()
    assert page.locator("#tip :not(bdi, b, p)").count() == 0


@pytest.mark.expects_refusals
@pytest.mark.parametrize(
    "markup", ["<script>window.ran = true</script>", "<img src=x onerror='window.ran = true'>", "<b onclick='ran=1'>"]
)
def test_a_script_would_not_run(look, reports, monkeypatch, markup):
    """Were a script ever to slip into the page, its content policy would still stop it."""
    whole = Report.to_html
    monkeypatch.setattr(Report, "to_html", lambda report: whole(report).replace("</main>", f"{markup}</main>"))
    page = look("spring")
    page.evaluate("() => document.querySelector('main > b')?.click()")
    assert page.locator("main > :is(script, img, b)").count() == 1
    assert page.evaluate("() => Boolean(window.ran)") is False


@pytest.mark.expects_refusals
def test_text_cannot_become_markup_even_by_a_mistake_of_ours(look):
    """The policy refuses to make elements of strings, whoever asks."""
    page = look("spring")
    failed = (
        """() => { try { document.body.innerHTML = "<i>x</i>"; return ""; } catch (error) { return error.name; } }"""
    )
    assert page.evaluate(failed) == "TypeError"


def test_a_figure_is_drawn_and_fits(look):
    """An embedded drawing passes the content policy and never widens the page."""
    page = look(Report("Drawing", (Section("one", "One", (Figure(RED, "A red bar", "Bar"),)),)), width=390)
    assert page.evaluate("() => [...document.images].map(it => it.naturalWidth)") == [2000]
    assert page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


def test_the_page_can_be_read_without_its_script(look):
    """Every section is there, entries open by themselves, and no control stands there that does nothing."""
    page = look("spring", scripts=False)
    assert page.locator("main > section").count() == page.locator("nav a").count()
    assert page.locator("button, input, select").locator("visible=true").count() == 0
    entry = page.locator("#mentee-1")
    entry.locator("summary").click()
    assert entry.get_by_role("table").is_visible()
    page.locator("#answer a").first.click()
    assert page.locator(".pairs").is_visible()


def _brightness(color):
    red, green, blue = (int(part) for part in re.findall(r"\d+", color)[:3])
    return (red + green + blue) / 3
