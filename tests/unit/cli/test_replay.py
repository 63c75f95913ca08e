from __future__ import annotations

import json

import pytest

from unit.cli.documents import NO_ANSWER, SPRING


@pytest.fixture
def recorded(run, tmp_path):
    """A cohort with the record of its match."""
    (tmp_path / "spring.json").write_text(SPRING, encoding="utf-8")
    assert run("match", tmp_path / "spring.json", "--record", tmp_path / "record.json")[0] == 0
    return tmp_path


def test_a_record_replays(run, recorded):
    """The same answer comes out, also held against the input as it is now."""
    code, out, _ = run("replay", recorded / "record.json", "--problem", recorded / "spring.json")
    assert (code, out) == (0, "The same answer came out, proved again.\n")
    code, out, _ = run("replay", recorded / "record.json", "--json")
    assert (code, json.loads(out)["same"]) == (0, True)


def test_a_record_holds_no_names_unless_asked(run, recorded):
    """Ids only; with --personal the document as it was."""
    assert "Pine County" not in (recorded / "record.json").read_text(encoding="utf-8")
    run("match", recorded / "spring.json", "--record", recorded / "full.json", "--personal")
    assert "Pine County" in (recorded / "full.json").read_text(encoding="utf-8")
    assert run("replay", recorded / "full.json")[0] == 0


def test_an_input_that_changed_since_is_told(run, recorded):
    """Exit code 3."""
    document = json.loads(SPRING)
    document["mentees"][0]["review_score"] = 10
    (recorded / "spring.json").write_text(json.dumps(document), encoding="utf-8")
    code, out, _ = run("replay", recorded / "record.json", "--problem", recorded / "spring.json")
    assert code == 3
    assert "The input is not the one that was recorded" in out
    assert "  - The mentee 'pine' has review_score 10 now, not 90." in out


def test_a_record_changed_by_hand_is_told(run, recorded):
    """The document, the answer or a value: what differs is said in words."""
    record = json.loads((recorded / "record.json").read_text(encoding="utf-8"))
    record["pairs"] = [["pine", "elm"], ["reed", "oak"]]
    (recorded / "record.json").write_text(json.dumps(record), encoding="utf-8")
    code, out, _ = run("replay", recorded / "record.json")
    assert code == 3
    assert "pine was with elm and is with oak now." in out


def test_without_enough_time_nothing_is_claimed(run, recorded):
    """Exit code 1."""
    code, out, _ = run("replay", recorded / "record.json", "--time-limit", 0)
    assert code == 1
    assert "is not known" in out


def test_other_versions_are_told_and_no_difference_by_themselves(run, recorded):
    """A record of an older solver still replays."""
    record = json.loads((recorded / "record.json").read_text(encoding="utf-8"))
    record["versions"]["ortools"] = "9.14"
    (recorded / "record.json").write_text(json.dumps(record), encoding="utf-8")
    code, out, _ = run("replay", recorded / "record.json")
    assert code == 0
    assert "instead of 9.14" in out


def test_a_record_without_an_answer_replays_too(run, tmp_path):
    """The status and the conflict are what there is."""
    (tmp_path / "none.json").write_text(NO_ANSWER, encoding="utf-8")
    assert run("match", tmp_path / "none.json", "--record", tmp_path / "record.json")[0] == 3
    record = json.loads((tmp_path / "record.json").read_text(encoding="utf-8"))
    assert (record["status"], record["pairs"], sorted(record["conflict"])) == (
        "infeasible",
        None,
        ["mentee_veto:pine:oak", "pin"],
    )
    assert run("replay", tmp_path / "record.json")[0] == 0


def test_a_rematch_is_recorded_with_the_decisions(run, recorded):
    """The record names the decisions in force, without who and why."""
    ledger, source = recorded / "overrides.toml", recorded / "spring.json"
    assert run("override", source, ledger, "hold", "pine", "--who", "Dana Lee", "--why", "Plans first")[0] == 0
    assert run("rematch", source, "--overrides", ledger, "--record", recorded / "record.json")[0] == 0
    text = (recorded / "record.json").read_text(encoding="utf-8")
    (override,) = json.loads(text)["overrides"]
    assert (override["action"], override["mentee"]) == ("hold", "pine")
    assert "Dana Lee" not in text
    assert run("replay", recorded / "record.json")[0] == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "JSON"),
        ("{}", "digest"),
        ('{"digest": 3}', "digest"),
        ('{"unknown": 1}', "record.json is no record of a run"),
        ('{"digest": "x", "unknown": 1}', "unknown"),
        ("[]", "record.json"),
    ],
)
def test_what_is_no_record_is_bad_input(run, tmp_path, text, words):
    """Exit code 4, with all findings and no traceback."""
    (tmp_path / "record.json").write_text(text, encoding="utf-8")
    code, _, err = run("replay", tmp_path / "record.json")
    assert code == 4
    assert words in err
    assert "Traceback" not in err


def test_standard_input_gives_one_thing(run, recorded):
    """A record on it is named so; two things from it are wrong usage."""
    text = (recorded / "record.json").read_text(encoding="utf-8")
    assert run("replay", "-", stdin=text)[0] == 0
    code, _, err = run("replay", "-", stdin="[]")
    assert (code, "standard input is no record of a run" in err) == (4, True)
    for arguments in (("replay", "-", "--problem", "-"), ("verify", "-", "-"), ("rematch", "-", "--announced", "-")):
        code, _, err = run(*arguments, stdin=text)
        assert (code, "can be read once" in err) == (2, True)


def test_a_record_that_is_not_there(run, tmp_path):
    """Exit code 2."""
    code, _, err = run("replay", tmp_path / "none.json")
    assert code == 2
    assert "none.json" in err
