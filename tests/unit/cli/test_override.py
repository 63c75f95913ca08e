from __future__ import annotations

import json

import pytest

from unit.cli.documents import SPRING

BY = ("--who", "Dana Lee", "--why", "The director asked for it.", "--at", "2026-11-24T09:30:00+00:00")


@pytest.fixture
def cohort(tmp_path):
    """The cohort as a file, beside which the ledger will lie."""
    (tmp_path / "spring.json").write_text(SPRING, encoding="utf-8")
    return tmp_path


def decide(run, cohort, *words, by=BY):
    """Write down one decision."""
    return run("override", cohort / "spring.json", cohort / "overrides.toml", *words, *by)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("pin", "Moss Bank", "elm"), "Moss Bank must be with Elm Town. It costs:"),
        (("forbid", "pine", "OAK city"), "Pine County must not be with Oak City."),
        (("swap", "pine", "reed"), "A swap: Pine County with Elm Town and Reed Court with Oak City."),
        (("hold", "pine"), "Pine County is on hold."),
        (("capacity", "oak", "2"), "Oak City takes up to 2 mentees."),
    ],
)
def test_a_decision_is_told_with_its_cost_and_holds(run, cohort, words, told):
    """It is written down, every later run applies it and says so, and an undo takes it back."""
    code, out, err = decide(run, cohort, *words)
    assert code == 0
    assert told in out
    assert "as override 1." in err
    text = (cohort / "overrides.toml").read_text(encoding="utf-8")
    assert 'who = "Dana Lee"' in text
    assert "when = 2026-11-24T09:30:00Z" in text
    plain = run("match", cohort / "spring.json", "--json")[1]
    code, out, err = run("match", cohort / "spring.json", "--overrides", cohort / "overrides.toml", "--json")
    assert code == 0
    assert "1 decision of overrides.toml applied." in err
    assert json.loads(out)["provenance"]["digest"] != json.loads(plain)["provenance"]["digest"]
    assert decide(run, cohort, "undo", "1")[0] == 0
    again = run("match", cohort / "spring.json", "--overrides", cohort / "overrides.toml", "--json")[1]
    assert json.loads(again)["provenance"]["digest"] == json.loads(plain)["provenance"]["digest"]
    assert (cohort / "overrides.toml").read_text(encoding="utf-8").startswith(text)


def test_the_list_says_who_when_why_and_what_is_undone(run, cohort):
    """In words, and as JSON; nothing decided is said too."""
    assert "No decision" in run("override", cohort / "spring.json", cohort / "overrides.toml", "list")[1]
    decide(run, cohort, "hold", "pine")
    decide(run, cohort, "undo", "1")
    code, out, _ = run("override", cohort / "spring.json", cohort / "overrides.toml", "list")
    assert code == 0
    assert "1. Pine County is on hold. (undone)" in out
    assert "2026-11-24, Dana Lee: The director asked for it." in out
    assert "2. Override 1 is undone. It said: Pine County is on hold." in out
    out = run("override", cohort / "spring.json", cohort / "overrides.toml", "list", "--json")[1]
    assert [row["action"] for row in json.loads(out)["overrides"]] == ["hold", "undo"]


def test_as_json(run, cohort):
    """What was written down, with who moves."""
    code, out, _ = decide(run, cohort, "hold", "pine", "--json")
    found = json.loads(out)
    assert (code, found["override"]["id"], found["override"]["cost"]["status"]) == (0, "1", "optimal")
    assert "lottery" not in found["override"]["cost"]["losses"]


@pytest.mark.parametrize(
    ("words", "by", "code"),
    [
        (("pin", "pine"), BY, 2),
        (("hold", "pine", "oak"), BY, 2),
        (("capacity", "oak", "many"), BY, 2),
        (("hold", "pine"), ("--who", "Dana"), 2),
        (("hold", "pine"), ("--why", "x"), 2),
        (("hold", "pine"), (*BY[:4], "--at", "soon"), 2),
        (("hold", "zzz"), BY, 4),
        (("swap", "pine", "moss"), BY, 4),
        (("undo", "7"), BY, 4),
        (("burn", "pine"), BY, 2),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_written(run, cohort, words, by, code):
    """Wrong usage, or bad input with what is wrong."""
    found, _, err = decide(run, cohort, *words, by=by)
    assert found == code
    assert err
    assert not (cohort / "overrides.toml").exists()


def test_who_moves_is_told(run, cohort):
    """A line each, after the cost."""
    out = decide(run, cohort, "hold", "pine")[1]
    assert "\n  - Pine County loses its place with Oak City." in out


def test_decisions_on_standard_input(run, cohort):
    """They are listed and applied from there, and recorded; they are not written there, and it is read once."""
    decide(run, cohort, "hold", "pine")
    text = (cohort / "overrides.toml").read_text(encoding="utf-8")
    assert "1. Pine County is on hold." in run("override", cohort / "spring.json", "-", "list", stdin=text)[1]
    arguments = ("match", cohort / "spring.json", "--overrides", "-", "--record", cohort / "run.json")
    code, _, err = run(*arguments, stdin=text)
    assert (code, "1 decision of standard input applied." in err) == (0, True)
    assert [row["id"] for row in json.loads((cohort / "run.json").read_text(encoding="utf-8"))["overrides"]] == ["1"]
    assert run("override", cohort / "spring.json", "-", "hold", "pine", *BY, stdin=text)[0] == 2
    assert run("override", "-", "-", "list", stdin=text)[0] == 2
    assert run("match", "-", "--overrides", "-", stdin=text)[0] == 2


def test_the_way_out_of_a_conflict_names_the_decisions(run, cohort):
    """Without them diagnose would find nothing wrong."""
    decide(run, cohort, "pin", "moss", "oak")
    err = run("match", cohort / "spring.json", "--overrides", cohort / "overrides.toml")[2]
    assert f"diagnose {cohort / 'spring.json'} --overrides {cohort / 'overrides.toml'}" in err
    assert run("diagnose", cohort / "spring.json", "--overrides", cohort / "overrides.toml")[0] == 3


def test_a_decision_against_the_data_is_warned_of(run, cohort):
    """At once, on every later run, and in the conflict."""
    code, _, err = decide(run, cohort, "pin", "moss", "oak")
    assert code == 0
    assert "Moss Bank does not accept Oak City." in err
    code, out, err = run("match", cohort / "spring.json", "--overrides", cohort / "overrides.toml")
    assert code == 3
    assert "warning  overrides.toml, override 1: This override demands Moss Bank with Oak City" in err
    assert "The director asked for it (Dana Lee, 2026-11-24)" in out


@pytest.mark.parametrize("text", [None, "[[overrides]", '[[overrides]]\nid = "1"\n'])
def test_a_ledger_that_cannot_be_read_is_bad_input(run, cohort, text):
    """A missing file that was named, TOML that is none, a block without what it needs: exit code 4."""
    path = cohort / "overrides.toml"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    for command in ("match", "check", "rematch"):
        code, out, err = run(command, cohort / "spring.json", "--overrides", path)
        assert code == 4
        assert "overrides.toml" in out + err


def test_a_folder_brings_its_own_decisions(run, cohort):
    """overrides.toml is found beside the tables, told, and no unknown file."""
    folder = cohort / "folder"
    folder.mkdir()
    (folder / "mentees.csv").write_text("id,name\npine,Pine County\n", encoding="utf-8")
    (folder / "mentors.csv").write_text("id\noak\n", encoding="utf-8")
    assert run("override", folder, folder / "overrides.toml", "hold", "pine", *BY)[0] == 0
    code, out, err = run("match", folder)
    assert code == 0
    assert "1 decision of overrides.toml applied." in err
    assert "Nobody is matched." in out
    assert "1 decision of overrides.toml applied." in run("check", folder)[1]
    assert json.loads(run("convert", folder)[1])["mentees"][0].get("status", "ready") == "ready"
