"""The page for people who do not see it, do not use a mouse, or read it on paper."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise
from unicodedata import normalize

import pytest
from axe_playwright_python.sync_playwright import Axe
from pypdf import PdfReader

pytestmark = pytest.mark.slow

OPEN = "() => document.querySelectorAll('details').forEach(it => { it.open = true; })"
FOCUSED = """() => {
  const it = document.activeElement, box = it.getBoundingClientRect(), style = getComputedStyle(it);
  return {
    name: `${it.tagName} ${it.textContent.trim().slice(0, 40)}`,
    inView: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    isBody: it === document.body,
  };
}"""


@pytest.mark.parametrize(
    ("name", "width", "dark"),
    [("spring", 1180, False), ("spring", 390, True), ("no-answer", 1180, True), ("hostile", 1180, False)],
)
def test_axe_finds_nothing(look, name, width, dark):
    """axe-core, with every entry open and a reason shown: no violation of any impact, in both color schemes."""
    page = look(name, width=width, dark=dark)
    page.evaluate(OPEN)
    page.locator(".pairs tbody td").first.hover()
    found = Axe().run(page).response["violations"]
    told = [(row["id"], row["impact"], node["html"][:90]) for row in found for node in row["nodes"][:2]]
    assert told == []


def test_the_page_has_one_of_each_landmark_and_an_outline_without_gaps(look):
    """Header, contents and main text are landmarks; headings go down one step at a time."""
    page = look("spring")
    for role in ("banner", "navigation", "main"):
        assert page.get_by_role(role).count() == 1
    levels = page.evaluate("() => [...document.querySelectorAll('h1,h2,h3,h4')].map(it => Number(it.tagName[1]))")
    assert levels[0] == 1
    assert max(after - before for before, after in pairwise(levels)) == 1


def test_a_keyboard_is_enough(look):
    """From the first Tab on, every stop is in view and outlined, until the page ends; the grid is one stop."""
    page = look("spring")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    stops = []
    for _ in range(400):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop["isBody"]:
            break
        stops.append(stop)
    assert stop["isBody"]
    assert [stop for stop in stops if not (stop["inView"] and stop["outlined"])] == []
    assert sum(stop["name"].startswith("TD ") for stop in stops) == 1
    assert not any("Summary" in stop["name"] and stop["name"].startswith("A") for stop in stops)


def test_arrow_keys_walk_through_the_grid_and_enter_keeps_a_reason(look):
    """Each cell tells its reason to who sees it and to who hears it; Escape takes it away, Enter keeps it."""
    page = look("spring")
    page.locator(".pairs td[tabindex='0']").focus()
    page.keyboard.press("Control+Home")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    tip = page.locator("#tip")
    assert tip.is_visible()
    assert tip.inner_text().startswith("Birchwater County with Fairhaven County Sheriff\n")
    focused = page.evaluate(
        "() => [document.activeElement.getAttribute('aria-describedby'), document.activeElement.textContent]"
    )
    assert focused == ["tip", "S"]
    page.keyboard.press("Escape")
    assert not tip.is_visible()
    page.keyboard.press("Enter")
    assert "Not possible" in page.locator(".look-up-answer").inner_text()
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")  # there is nothing beyond the last mentor: the focus stays
    assert tip.inner_text().startswith("Birchwater County with Tallgrass Recovery Alliance\n")


def test_color_is_never_all_that_tells(look):
    """Cells of different color differ in their characters; the answer is marked, also where colors are off."""
    page = look("spring")
    cells = page.evaluate(
        "() => [...document.querySelectorAll('.pairs tbody td')].map(it => [it.className, it.textContent])"
    )
    assert len(cells) == 23 * 8
    for look_of, text in cells:
        assert ("hit" in look_of) == text.startswith("✓")
        assert ("no" in look_of) == text.isalpha()
        assert "no" in look_of or f"s{min(int(text.strip('✓')) // 20, 4)}" in look_of
    page.emulate_media(forced_colors="active")
    assert page.locator("td.hit").first.evaluate("it => getComputedStyle(it).outlineStyle") == "solid"


def test_print_shows_everything_and_fits_the_paper(look, spring):
    """On A4 and Letter: every entry open, no control, nothing cut at the side, every site with its reasons."""
    page = look("spring")
    page.emulate_media(media="print")
    for width in (680, 700):  # A4 and Letter between margins of 15 mm, in CSS pixels
        page.set_viewport_size({"width": width, "height": 1000})
        assert page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
        assert page.locator("nav, .look-up, .tools, button.print, .skip").locator("visible=true").count() == 0
    page.emulate_media(media=None)
    for paper in ("A4", "Letter"):
        pages = PdfReader(BytesIO(page.pdf(format=paper))).pages
        text = normalize("NFKC", " ".join(sheet.extract_text() for sheet in pages))  # ligatures, back to letters
        text = re.sub(r"\s+", " ", text)
        assert len(pages) < 30
        for site in (*spring.problem.mentees, *spring.problem.mentors):
            assert site.name in text
        assert "Not possible: Copperline EMS does not accept Glimmer Bay." in text
        assert "If Harborview City left" in text
    assert page.locator("details.entry[open]").count() == 0  # as it was before


def test_printing_opens_what_is_closed_and_closes_it_again(look):
    """Also in browsers whose style sheets cannot: the script does it before and after."""
    page = look("spring")
    page.locator("#mentee-1 > summary").click()
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert page.locator("details.entry[open]").count() == 1


def test_a_table_that_was_cut_by_a_filter_says_so_on_paper(look):
    """Rows that are not shown are not printed either, so the page says how many there are."""
    page = look("spring")
    page.locator("#answer input").fill("Tallgrass")
    page.emulate_media(media="print")
    assert page.locator("#answer .count").is_visible()
    assert page.locator("#answer .count").inner_text() == "4 of 15 shown"
    assert page.locator("#unmatched .tools").is_hidden()


def test_no_motion_is_asked_of_anybody(look):
    """Nothing moves by itself, whatever people prefer."""
    page = look("spring")
    moving = """() => [...document.querySelectorAll("*")].filter(it => {
      const style = getComputedStyle(it);
      const moves = parseFloat(style.transitionDuration) > 0 || style.animationName !== "none";
      return moves || style.scrollBehavior === "smooth";
    }).length"""
    assert page.evaluate(moving) == 0
