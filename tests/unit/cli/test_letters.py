from __future__ import annotations

import json

from openpyxl import load_workbook

from prssmi_match.cli.commands import letters
from unit.cli.documents import NO_ANSWER, SPRING


def test_letters_are_written_to_a_folder(run, tmp_path):
    """One a site, and a merge file; who signs and until when is on every one that asks."""
    options = ("--sender", "Dana Lee\\nThe team", "--reply-by", "2027-01-08", "--html")
    code, out, err = run("letters", "-", "-o", tmp_path, *options, stdin=SPRING)
    assert (code, err) == (0, "")
    assert out.startswith("8 letters in ")
    names = {path.name for path in tmp_path.iterdir()}
    assert {"letters.csv", "mentee-pine.txt", "mentee-pine.html", "mentor-yew.txt"} <= names
    pine = (tmp_path / "mentee-pine.txt").read_text(encoding="utf-8")
    assert "by Friday, January 8, 2027" in pine
    assert pine.endswith("Dana Lee\nThe team\n")
    assert "more applications than places" in (tmp_path / "mentee-moss.txt").read_text(encoding="utf-8")


def test_letters_on_standard_output(run):
    """All as text, or as JSON with every field."""
    code, out, _ = run("letters", "-", "-o", "-", stdin=SPRING)
    assert code == 0
    assert out.count("Subject: ") == 8
    code, out, _ = run("letters", "-", "-o", "-", "--json", stdin=SPRING)
    told = json.loads(out)
    assert (code, told["cautions"]) == (0, [])
    assert {row["site_id"]: row["kind"] for row in told["letters"]}["moss"] == "mentee_unmatched"


def test_letters_tell_the_dates_of_a_schedule(run, tmp_path):
    """With the schedule as it was written, each letter has its dates; one of other pairs is bad input."""
    (tmp_path / "calendar.toml").write_text("start = 2027-01-04\nend = 2027-06-30\n")
    (tmp_path / "spring.json").write_text(SPRING)
    calendar, plan = tmp_path / "calendar.toml", tmp_path / "plan.json"
    assert run("schedule", tmp_path / "spring.json", calendar, "-o", plan)[0] == 0
    dated = ("-o", "-", "--schedule", plan, "--calendar", calendar)
    code, out, _ = run("letters", tmp_path / "spring.json", *dated)
    assert code == 0
    assert "It is planned for " in out
    changed = SPRING.replace('"id": "elm"', '"id": "elm", "status": "withdrawn"')
    code, out, err = run("letters", "-", *dated, stdin=changed)
    assert (code, out) == (4, "")
    assert "of another matching" in err


def test_our_templates_are_a_start(run, tmp_path):
    """They are written without any input, used as they are, and never written over."""
    code, out, _ = run("letters", "--print-templates", tmp_path / "own")
    assert code == 0
    assert str(tmp_path / "own" / "mentee_matched.txt.j2") in out.splitlines()
    same = run("letters", "-", "-o", "-", stdin=SPRING)
    assert run("letters", "-", "-o", "-", "--templates", tmp_path / "own", stdin=SPRING) == same
    code, _, err = run("letters", "--print-templates", tmp_path / "own")
    assert code == 2
    assert "is there already" in err


def test_a_template_that_cannot_be_used_is_bad_input(run, tmp_path):
    """Exit code 4 with file and line, and no letter is written."""
    (tmp_path / "mentor_unused.txt.j2").write_text("Subject: x\n\n{{ site.nme }}\n")
    code, _, err = run("letters", "-", "-o", tmp_path / "out", "--templates", tmp_path, stdin=SPRING)
    assert code == 4
    assert "mentor_unused.txt.j2, line 3" in err
    assert not (tmp_path / "out").exists()


def test_without_an_answer_there_are_no_letters(run, tmp_path):
    """Exit code 3 with the conflict."""
    code, out, _ = run("letters", "-", "-o", tmp_path / "out", stdin=NO_ANSWER)
    assert code == 3
    assert "Pine County does not accept Oak City." in out
    assert not (tmp_path / "out").exists()


def test_a_reason_that_was_not_worked_out_is_told(run, tmp_path, monkeypatch):
    """The letters are written, and the caution stands beside them."""
    monkeypatch.setattr(letters, "PATIENCE", 0.0)
    code, _, err = run("letters", "-", "-o", tmp_path, stdin=SPRING)
    assert code == 0
    assert "Why Moss Bank had to be left out was not worked out in time" in err


def test_an_input_is_needed(run):
    """Wrong usage without one, and with a day that there is not."""
    assert run("letters")[0] == 2
    assert run("letters", "-", "--reply-by", "tomorrow", stdin=SPRING)[0] == 2


def test_a_report_can_have_its_workbook(run, tmp_path):
    """With the pages, if it is asked for; there is none on standard output."""
    code, out, _ = run("report", "-", "-o", tmp_path, "--excel", "--json", stdin=SPRING)
    assert code == 0
    assert [file.rpartition(".")[2] for file in json.loads(out)["files"]] == ["html", "md", "xlsx"]
    assert load_workbook(tmp_path / "report.xlsx").sheetnames[1] == "Answers"
    assert run("report", "-", "-o", "-", "--excel", stdin=SPRING)[0] == 2
