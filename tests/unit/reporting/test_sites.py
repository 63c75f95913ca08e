from __future__ import annotations

from prssmi_match.reporting import build_report
from prssmi_match.reporting.document import Items, Table, Text, plain_text
from prssmi_match.reporting.entries import Entries
from prssmi_match.reporting.sections import sites
from prssmi_match.reporting.terminal import render_terminal
from unit.reporting.cohorts import no_answer, spring
from unit.reporting.parts import certainty, explanation


def _entries(result, *parts):
    blocks = build_report(result, parts).section("sites").blocks
    return {plain_text(entry.title): entry for block in blocks if isinstance(block, Entries) for entry in block.entries}


def _words(entry):
    texts = [plain_text(block.content) for block in entry.blocks if isinstance(block, Text)]
    return texts + [plain_text(item) for block in entry.blocks if isinstance(block, Items) for item in block.items]


def test_every_site_has_an_entry_that_says_the_most_important_at_once():
    """Mentees first, also those on hold; each with its place, each mentor with its mentees."""
    notes = {name: plain_text(entry.note) for name, entry in _entries(spring()).items()}
    assert notes == {
        "Alder County": "with Oak City",
        "Birch County": "with Elm City, provisional",
        "Cedar Falls Court": "with Elm City",
        "Dogwood Parish": "no mentor",
        "Hazel Township": "On hold",
        "juniper": "Withdrawn",
        "Elm City": "2 of 3: Birch County, Cedar Falls Court",
        "Fir Valley": "not used",
        "Oak City": "1 of 2: Alder County",
        "Yew Springs": "Withdrawn",
    }


def test_a_mentee_is_told_with_its_reasons_conditions_and_mentors():
    """What it states, why it is there, how certain that is, what to settle; then every mentor, its own first."""
    result = spring()
    entry = _entries(result, explanation(result), certainty(result))["Alder County"]
    assert plain_text(entry.note) == "with Oak City, toss-up"
    assert _words(entry) == [
        "What it states: child welfare and diversion · peer workforce 5 · review score 88.5",
        "alder asks about it. oak knows it.",
        "alder is with oak in 1 of 2.",
        "To settle: 7 travelers; the program pays for 3.",
    ]
    (table,) = [block for block in entry.blocks if isinstance(block, Table)]
    assert [[plain_text(cell) for cell in row] for row in table.rows] == [
        ["Oak City", "82", "In the answer."],
        ["Elm City", "91", "No rule forbids it by itself."],
        ["Fir Valley", "61", "No rule forbids it by itself."],
    ]


def test_a_long_list_of_mentors_is_cut_and_says_so(monkeypatch):
    """Where there are many mentors, those that fit best are listed, and how many are not."""
    monkeypatch.setattr(sites, "MOST_OPTIONS", 2)
    entry = _entries(spring())["Alder County"]
    (table,) = [block for block in entry.blocks if isinstance(block, Table)]
    assert len(table.rows) == 2
    assert _words(entry)[1].startswith("1 more mentor is not listed here")


def test_links_lead_to_entries_of_the_same_page_only():
    """A site's name in the answer carries the place of its entry; without a matching there are entries as well."""
    report = build_report(spring())
    places = {entry.id for entry in _entries(spring()).values()}
    (table, *_) = [block for block in report.section("answer").blocks if isinstance(block, Table)]
    assert {cell.place for row in table.rows for cell in row[:2]} <= places
    assert {entry.id for entry in _entries(no_answer()).values()} == places


def test_entries_are_told_one_by_one_where_nothing_folds():
    """Markdown and the terminal show the title, the note and all that is in it."""
    section = build_report(spring()).section("sites")
    text = render_terminal([section])
    assert "Alder County: with Oak City" in text
    assert "In the answer." in text
    markdown = build_report(spring()).to_markdown()
    assert "#### Alder County\n\nwith Oak City\n\nWhat it states: " in markdown
