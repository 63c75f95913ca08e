from __future__ import annotations

import json

import pytest

from unit.cli.documents import SPRING


@pytest.fixture
def announced(run, tmp_path):
    """The announced answer, and the document after its mentor Oak City has left."""
    (tmp_path / "spring.json").write_text(SPRING, encoding="utf-8")
    assert run("match", tmp_path / "spring.json", "-o", tmp_path / "announced.json")[0] == 0
    document = json.loads(SPRING)
    document["mentors"][0]["status"] = "withdrawn"
    (tmp_path / "later.json").write_text(json.dumps(document), encoding="utf-8")
    return tmp_path


def test_what_changed_is_told(run, announced):
    """The pair that could not be kept with its reason, after the answer."""
    code, out, _ = run("rematch", announced / "later.json", "--announced", announced / "announced.json")
    assert code == 0
    assert "1 of 2 earlier pairs is kept, 1 changed." in out
    assert "Oak City has withdrawn as a mentor." in " ".join(out.split())


def test_as_json_with_a_report(run, announced):
    """The document of a rematch, and the report with the section."""
    folder = announced / "report"
    code, out, _ = run(
        "rematch", announced / "later.json", "--announced", announced / "announced.json", "--report", folder, "--json"
    )
    assert code == 0
    assert json.loads(out)["changed"][0]["mentor"] == "oak"
    assert "What changed since the announced match" in (folder / "report.md").read_text(encoding="utf-8")


def test_a_budget_that_is_too_small_says_what_to_allow(run, announced):
    """Exit code 3, and the number that it takes."""
    arguments = ("rematch", announced / "later.json", "--announced", announced / "announced.json")
    code, out, err = run(*arguments, "--most-changes", 0)
    assert code == 3
    assert "No earlier pair may change." in out
    assert "--most-changes 1" in err
    assert run(*arguments, "--most-changes", 1)[0] == 0


def test_frozen_mentees_by_name(run, announced):
    """The name in other letters will do; a pair that can no longer be made is a conflict."""
    code, out, err = run(
        "rematch", announced / "later.json", "--announced", announced / "announced.json", "--freeze", "PINE county"
    )
    assert code == 3
    assert "Pine County must be paired with Oak City." in out
    assert "leave their mentees out of --freeze" in err
    assert (
        run("rematch", announced / "spring.json", "--announced", announced / "announced.json", "--freeze", "all")[0]
        == 0
    )


@pytest.mark.parametrize(
    ("arguments", "code"), [(("--freeze", "zzz"), 4), (("--most-changes", "-1"), 2), (("--first", "speed"), 2)]
)
def test_bad_arguments(run, announced, arguments, code):
    """Named and refused."""
    found, _, err = run("rematch", announced / "later.json", *arguments)
    assert found == code
    assert arguments[1] in err


def test_without_an_earlier_answer(run, announced):
    """It is a match, and says that nothing was there to keep."""
    code, out, _ = run("rematch", announced / "spring.json")
    assert code == 0
    assert "There is no earlier answer whose pairs could be kept." in out


@pytest.mark.parametrize("question", ["changes", "withdrawals", "backups", "waitlist"])
def test_questions_of_life(run, question):
    """Each is told in words, and as JSON."""
    assert run("what-if", "-", question, stdin=SPRING)[0] == 0
    code, out, _ = run("what-if", "-", question, "--json", stdin=SPRING)
    assert code == 0
    assert json.loads(out)["complete"]


def test_questions_about_an_announced_answer(run, announced):
    """They are put to the answer that was announced, not to the one that a new match would give."""
    other = json.dumps({"pairs": [["pine", "elm"], ["reed", "oak"]]})
    code, out, _ = run("what-if", announced / "spring.json", "backups", "--announced", "-", "--json", stdin=other)
    assert code == 0
    assert {row["mentee"]: row["mentor"] for row in json.loads(out)["rows"]} == {"pine": "elm", "reed": "oak"}


def test_a_report_with_them(run, tmp_path):
    """Each has a section."""
    code, _, _ = run("report", "-", "-o", tmp_path, "--with", "changes,withdrawals,backups,waitlist", stdin=SPRING)
    assert code == 0
    words = (tmp_path / "report.md").read_text(encoding="utf-8")
    for title in ("If a mentor left", "Back-ups", "Who comes in when a seat becomes free"):
        assert title in words
