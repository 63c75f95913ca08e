"""What a person does with the page, and the three tasks that a new user must manage within a minute."""

from __future__ import annotations

import pytest

import prssmi_match as pm

pytestmark = pytest.mark.slow


def _column(table, number):
    return [cell.strip() for cell in table.locator(f"tbody tr:not([hidden]) > :nth-child({number})").all_inner_texts()]


def test_a_click_sorts_and_the_third_brings_the_order_back(look):
    """Numbers start with the largest, names with the first; what is sorted by says so to who cannot see it."""
    page = look("spring")
    table = page.locator("#answer table")
    before = _column(table, 1)
    total = table.get_by_role("columnheader", name="Total")
    values = []
    for order in ("descending", "ascending", None):
        total.get_by_role("button").click()
        assert total.get_attribute("aria-sort") == order
        values.append([float(cell.strip("*")) for cell in _column(table, 9)])
    assert values[0] == sorted(values[0], reverse=True)
    assert values[1] == sorted(values[1])
    assert _column(table, 1) == before
    table.get_by_role("button", name="Mentor", exact=True).click()
    assert _column(table, 2) == sorted(_column(table, 2))
    assert table.locator("[aria-sort]").count() == 1


def test_a_filter_leaves_the_rows_that_hold_every_word(look):
    """In any order and case; how many are left is said aloud; an emptied field shows all again."""
    page = look("spring")
    section = page.locator("#answer")
    section.get_by_label("Filter this table").fill("CERTAIN tallgrass")
    assert set(_column(section.locator("table"), 2)) == {"Tallgrass Recovery Alliance"}
    assert section.get_by_role("status").inner_text() == "4 of 15 shown"
    section.get_by_label("Filter this table").fill("nobody at all")
    assert _column(section.locator("table"), 2) == []
    section.get_by_label("Filter this table").fill("")
    assert len(_column(section.locator("table"), 2)) == 15


def test_a_reason_opens_at_the_mouse_and_stays_while_it_is_read(look):
    """Pointing at a cell shows its reason inside the window, also at its edges; a click keeps it."""
    page = look("spring")
    cells = page.locator(".pairs tbody td")
    for number in (0, 7, 176, 183):
        cells.nth(number).hover()
        box = page.locator("#tip").bounding_box()
        assert 0 <= box["x"] <= 1180 - box["width"]
        assert 0 <= box["y"] <= 900 - box["height"]
    page.locator("h1").hover()
    assert not page.locator("#tip").is_visible()
    cells.nth(0).click()
    page.locator("h1").hover()
    assert "Aspenridge County with Copperline EMS" in page.locator(".look-up-answer").inner_text()


def test_why_not_is_looked_up_pair_by_pair(look, spring):
    """For every pair that is not possible, the page says what the library says; else whether the answer has it."""
    page = look("spring")
    mentees = {site.name: site.id for site in spring.problem.mentees}
    mentors = {site.name: site.id for site in spring.problem.mentors}
    for mentee, mentor in (("Glimmer Bay", "Copperline EMS"), ("City of Vesper", "Harborview City")):
        page.get_by_label("Mentee", exact=True).select_option(mentee)
        page.get_by_label("Mentor", exact=True).select_option(mentor)
        told = page.locator(".look-up-answer").inner_text()
        rules = pm.why_not(spring, mentees[mentee], mentors[mentor]).rules
        assert told.startswith(f"Not possible: {' '.join(rule.sentence for rule in rules)}")
    page.get_by_label("Mentee", exact=True).select_option("Dunmoor County")
    page.get_by_label("Mentor", exact=True).select_option("Millrace County Courts")
    assert page.locator(".look-up-answer").inner_text().startswith("In the answer: Dunmoor County is with")
    page.get_by_label("Mentor", exact=True).select_option("Red Mesa Wellness Court")
    assert "was not worked out: see What this report leaves out" in page.locator(".look-up-answer").inner_text()


def test_prices_are_looked_up_where_they_were_worked_out(look, spring):
    """With the prices among its parts, the page gives the exact sentence of the library for a possible pair."""
    price = pm.why_not(spring, "glimmer-bay", "lanternlight")
    page = look(pm.report(spring, [price]))
    page.get_by_label("Mentee", exact=True).select_option("Glimmer Bay")
    page.get_by_label("Mentor", exact=True).select_option("Lanternlight Community Recovery")
    assert price.sentence in page.locator(".look-up-answer").inner_text()


def test_a_link_opens_the_entry_of_a_site(look):
    """From the answer to all about a site, even where a search had hidden it."""
    page = look("spring", width=390)
    page.get_by_label("Find a site").first.fill("Yarrow")
    assert page.locator(".entries").first.locator(".entry:not([hidden])").count() == 1
    page.locator("#answer").get_by_role("link", name="Dunmoor County").click()
    entry = page.locator(".entry[open]")
    assert entry.count() == 1
    assert entry.locator("summary").inner_text().startswith("Dunmoor County")
    assert entry.locator("summary").evaluate("it => it === document.activeElement")


def test_all_entries_open_and_close_at_once(look):
    """Only those that the search left."""
    page = look("spring")
    mentees = page.locator(".entries").first
    mentees.get_by_label("Find a site").fill("no mentor")
    mentees.get_by_role("button", name="Open all").click()
    assert mentees.locator(".entry[open]").count() == 8
    mentees.get_by_role("button", name="Close all").click()
    assert mentees.locator(".entry[open]").count() == 0


@pytest.mark.parametrize("width", [390, 1180])
def test_task_who_has_no_mentor_and_why(look, spring, width):
    """Contents, one click: every site without a mentor, with the sort of reason and the reason."""
    page = look("spring", width=width)
    page.locator("nav").get_by_text("Contents").click() if width == 390 else None
    page.get_by_role("link", name="Without a mentor").click()
    rows = page.locator("#unmatched tbody tr")
    assert page.locator("#unmatched h2").evaluate("it => it.getBoundingClientRect().top") < 100
    names = {site.id: site.name for site in spring.problem.mentees}
    assert _column(page.locator("#unmatched table"), 1) == [names[site] for site in spring.matching.unmatched]
    assert "Eastmarch County lost the draw" in rows.first.inner_text()
    assert "Others come first" in rows.nth(1).inner_text()


@pytest.mark.parametrize("width", [390, 1180])
def test_task_what_if_a_mentor_leaves(look, spring, width):
    """In the look-up, one choice; or in the contents, one click: who would go where, as the library says."""
    page = look("spring", width=width)
    (row,) = [row for row in pm.whatif.withdrawals(spring).rows if row.mentor == "harborview"]
    page.get_by_label("Mentor", exact=True).select_option("Harborview City")
    assert row.sentence in page.locator(".look-up-answer").inner_text()
    page.locator("nav").get_by_text("Contents").click() if width == 390 else None
    page.get_by_role("link", name="If a mentor left").click()
    assert row.sentence in page.locator("#withdrawals tbody tr", has_text="Harborview City").first.inner_text()


@pytest.mark.parametrize("width", [390, 1180])
def test_task_which_of_these_was_a_coin_toss(look, spring, width):
    """The summary names them, the answer marks them and can be filtered by it, and one click tells the way out."""
    page = look("spring", width=width)
    certainty = pm.whatif.certainty(spring)
    names = {site.id: site.name for site in spring.problem.mentees}
    open_sites = [names[row.mentee] for row in certainty.mentees if row.kind != "forced"]
    told = page.locator("#summary p", has_text="Only the draw decided about").inner_text()
    assert [name for name in open_sites if name not in told] == []
    page.locator("#answer").get_by_label("Filter this table").fill("toss-up")
    assert _column(page.locator("#answer table"), 1) == [names["dunmoor"]]
    items = page.locator("#certainty li", has_text="Toss-up:").all_inner_texts()
    assert len(items) == len(open_sites)
    assert "Eastmarch County is matched with Millrace County Courts." in items[0]
