from __future__ import annotations

import re

from prssmi_match.cli.choices import PARTS, QUESTIONS
from prssmi_match.cli.commands import report
from prssmi_match.cli.questions import ASKED
from prssmi_match.explanation import report_parts
from unit.cli.documents import NO_ANSWER, SPRING


def _titles(markdown):
    return re.findall(r"^## (.*)$", markdown, re.MULTILINE)


def test_reasons_are_in_every_report(run):
    """Each pair and each mentee without a mentor has its reason, without asking."""
    code, out, _ = run("report", "-", "-o", "-", stdin=SPRING)
    assert code == 0
    assert "Why each pair" in _titles(out)
    assert "Moss Bank could be matched, but others serve the program's aims better." in out


def test_a_report_without_an_answer_has_the_way_out(run):
    """The conflict, and what would settle it."""
    code, out, _ = run("report", "-", "-o", "-", stdin=NO_ANSWER)
    assert code == 3
    assert _titles(out)[:3] == ["Summary", "What conflicts", "What would settle it"]
    assert "Ask Pine County to accept Oak City." in out


def test_more_sections_are_asked_for_by_name(run):
    """Each name is a section besides; all is all of them, with a curve for each aim that gives up something."""
    some = _titles(run("report", "-", "--with", "certainty, slots", "-o", "-", stdin=SPRING)[1])
    assert [title for title in some if title.startswith(("How certain", "What one"))] == [
        "How certain this is", "What one place more or fewer would change",
    ]  # fmt: skip
    every = _titles(run("report", "-", "--with", "all", "-o", "-", stdin=SPRING)[1])
    assert {
        "How certain this is",
        "Other answers",
        "What one place more or fewer would change",
        "What each rule costs",
        "How far each weight can move",
        "What giving up some of “review” would bring",
        "What giving up some of “fit” would bring",
    } <= set(every)


def test_what_other_pairs_would_cost_can_be_asked_for(run):
    """As a question by itself, and in a report, where it stands at the mentors of each mentee."""
    code, out, _ = run("what-if", "-", "pairs", stdin=SPRING)
    assert code == 0
    assert "It is possible to pair Moss Bank with" in out
    told = run("report", "-", "--with", "pairs", "-o", "-", stdin=SPRING)[1]
    assert "It is possible to pair Moss Bank with" in told
    assert "was not worked out: see" not in told


def test_a_large_cohort_is_not_kept_waiting(run, monkeypatch):
    """Above the usual size, what takes many matches is left out, which the report says, with how to ask for it."""
    usual = _titles(run("report", "-", "-o", "-", stdin=SPRING)[1])
    monkeypatch.setattr(report_parts, "USUAL_SIZE", 1)
    large = run("report", "-", "-o", "-", stdin=SPRING)[1]
    assert set(usual) - set(_titles(large)) == {"How certain this is", "If a mentor left", "Other answers"}
    assert "--with certainty,withdrawals,alternatives,pairs," in large


def test_no_section_is_asked_of_what_has_no_answer(run):
    """What is asked of an answer is left out where there is none."""
    code, out, _ = run("report", "-", "--with", "all", "-o", "-", stdin=NO_ANSWER)
    assert code == 3
    assert "How certain this is" not in _titles(out)


def test_an_unknown_section_is_wrong_usage(run):
    """Exit code 2 with those that there are, before anything is matched."""
    code, out, err = run("report", "-", "--with", "certainty,slot", stdin=SPRING)
    assert (code, out) == (2, "")
    assert f"--with names 'slot'; use any of: {', '.join(PARTS)}" in err


def test_every_question_has_an_answer():
    """What can be asked on the command line is what there are use cases for."""
    assert {*ASKED, "give-up"} == {*QUESTIONS, "alternatives"}


def test_out_of_time_the_report_says_what_is_missing(run, monkeypatch):
    """Without time for the reasons they are not invented, and the report is written all the same."""
    monkeypatch.setattr(report, "PATIENCE", 0.0)
    code, out, _ = run("report", "-", "-o", "-", stdin=SPRING)
    assert code == 0
    assert "some reasons are missing" in out
    assert "Moss Bank" in out
