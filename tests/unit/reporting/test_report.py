from __future__ import annotations

import pytest

from prssmi_match.reporting import build_report
from prssmi_match.reporting.document import plain_text
from prssmi_match.solution.status import Status
from unit.reporting.cohorts import answer, no_answer, spring, spring_problem

ALWAYS = ["summary", "grid", "availability", "sites", "tiers", "rules", "assumptions", "check"]


def test_an_answer_has_every_section_in_reading_order():
    """The sections of a full answer, by name."""
    assert _ids(spring()) == [
        "summary", "answer", "unmatched", "conditions", "grid", "availability", "loads", "fairness", "sites", "tiers",
        "rules", "assumptions", "left-out", "check",
    ]  # fmt: skip


def test_no_section_is_lost_when_its_part_is_empty():
    """Without conditions, assumptions, unmatched mentees or rules, each section says so instead of going missing."""
    problem = spring_problem(
        preset="none", rules=[], mentors=[{"id": "oak", "max_mentees": 3}], mentees=[{"id": "pine"}, {"id": "larch"}]
    )
    result = answer(problem, [("larch", "oak"), ("pine", "oak")])
    assert _ids(result) == _ids(spring())
    text = build_report(result).to_markdown()
    for sentence in (
        "No matched mentee is known to be outside of what the program expects.",
        "Every available mentee has a mentor.",
        "No site is on hold or withdrawn.",
        "The program states no further rules.",
        "Nothing was assumed about a single site.",
    ):
        assert sentence in text
    assert "To confirm before" not in text


def test_an_answer_that_matches_nobody_is_told():
    """An empty matching is an answer, not an error."""
    problem = spring_problem(mentees=[{"id": "pine"}], mentors=[{"id": "oak", "status": "withdrawn"}], rules=[])
    text = build_report(answer(problem, [])).to_markdown()
    assert "Nobody is matched." in text
    assert "- No mentor is available." in text
    assert "Mentees matched: 0 of 1 available" in text


def test_an_empty_problem_has_a_report():
    """No sites at all: still a whole report."""
    problem = spring_problem(mentees=[], mentors=[], rules=[], name=None)
    report = build_report(answer(problem, []))
    assert plain_text(report.title) == "Mentee and mentor sites"
    assert report.to_html()


@pytest.mark.parametrize("status", [Status.INFEASIBLE, Status.UNKNOWN])
def test_without_an_answer_the_rest_is_told(status):
    """Sections that need an answer are left out, all others stay."""
    conflict = ["conflict"] if status is Status.INFEASIBLE else []
    assert _ids(no_answer(status)) == [ALWAYS[0], *conflict, *ALWAYS[1:]]
    assert build_report(no_answer(status)).to_html()


def test_the_title_is_the_one_given_or_the_problem_name():
    """A title can be chosen."""
    assert plain_text(build_report(spring()).title) == "Spring cohort"
    assert plain_text(build_report(spring(), title="Round two").title) == "Round two"


def test_the_same_result_gives_the_same_bytes_whatever_the_times():
    """Reports of two runs can be compared: how long the tiers took is not in them."""
    first = spring()
    slower = first.model_copy(
        update={"tiers": tuple(tier.model_copy(update={"seconds": 99.5}) for tier in first.tiers)}
    )
    assert build_report(first).to_html() == build_report(slower).to_html()
    assert build_report(first).to_markdown() == build_report(slower).to_markdown()


def test_the_order_of_rows_does_not_show():
    """The same cohort with its sites in another order gives the same report."""
    rows = spring_problem().model_dump(exclude_unset=True)
    turned = spring_problem(mentees=rows["mentees"][::-1], mentors=rows["mentors"][::-1])
    pairs = [("alder", "oak"), ("birch", "elm"), ("cedar", "elm")]
    assert build_report(answer(turned, pairs)).to_html() == build_report(answer(spring_problem(), pairs)).to_html()


def _ids(result):
    return [section.id for section in build_report(result).sections]
