"""The command line: exit codes, streams and messages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import prssmi_match as pm
from prssmi_match import api

EXAMPLES = Path(__file__).parents[3] / "examples"
SMALL = {"preset": "none", "mentees": [{"id": "pine", "name": "Pine County"}], "mentors": [{"id": "oak"}]}
PINNED = {**SMALL, "rules": [{"kind": "pin", "mentee": "pine", "mentor": "oak"}]}


def test_match_from_standard_input_to_standard_output(run):
    """A document on standard input gives the whole result as JSON, and nothing else on standard output."""
    code, out, _ = run("match", "-", "--json", stdin=json.dumps(SMALL))
    assert code == 0
    assert json.loads(out)["matching"]["pairs"][0]["mentor"] == "oak"


def test_match_tells_in_words(run):
    """Without --json a person reads names, not ids, and whether it is proved."""
    code, out, _ = run("match", "-", stdin=json.dumps(SMALL))
    assert code == 0
    assert "Pine County  with  oak" in out
    assert out.startswith("Proved")


def test_match_writes_result_and_report(run, tmp_path):
    """The result goes to the named file, and the report to its folder; what was written verifies."""
    code, _, err = run("match", EXAMPLES / "spring_cohort", "-o", tmp_path / "r.json", "--report", tmp_path / "report")
    assert code == 0
    assert str(tmp_path / "report" / "report.html") in err
    assert (tmp_path / "report" / "report.md").read_text(encoding="utf-8").startswith("# ")
    code, out, _ = run("verify", EXAMPLES / "spring_cohort.json", tmp_path / "r.json")
    assert (code, out.strip()) == (0, "The matching keeps every rule.")


def test_infeasible_names_the_conflict(run):
    """Exit code 3, and the conflict in words, with the reason that was given for a rule."""
    code, out, _ = run("match", EXAMPLES / "no_answer.json")
    assert code == 3
    assert "Pine Hollow does not accept Oakvale." in out
    assert "The director promised it" in out


def test_not_proved_in_time(run):
    """Exit code 1 where time ran out."""
    assert run("match", "-", "--time-limit", "0", stdin=json.dumps(SMALL))[0] == 1


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nonsense",),
        ("match",),
        ("match", "-", "--workers", "0"),
        ("match", "-", "--time-limit", "-1"),
        ("match", "-", "--time-limit", "nan"),
        ("schema", "nonsense"),
    ],
)
def test_wrong_usage(run, arguments):
    """Exit code 2, and the usage on standard error."""
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "usage:" in err


def test_bad_input_lists_all_findings(run):
    """Exit code 4, and every finding at once, as text on standard error."""
    bad = {"mentees": [{"id": "pine", "status": "redy", "preferences": [["okk"]]}], "mentors": [{"id": "oak"}]}
    code, out, err = run("match", "-", stdin=json.dumps(bad))
    assert (code, out) == (4, "")
    assert err.startswith("2 errors\n")
    assert "Did you mean 'ready'?" in err
    assert "Did you mean 'oak'?" in err


@pytest.mark.parametrize("command", ["check", "match", "report", "verify"])
def test_findings_as_json(run, command):
    """With --json the findings are a list with code, place and sentence."""
    extra = ["nowhere.json"] if command == "verify" else []
    code, out, _ = run(command, "-", *extra, "--json", stdin='{"mentees": [{}]}')
    assert code == 4
    [finding] = json.loads(out)["findings"]
    assert (finding["code"], finding["place"]) == ("missing", "mentees[0].id")


@pytest.mark.parametrize("stdin", [b"", b"{", b"\xff\xfe", b"[1", b"nul", b"\x00"])
def test_what_is_no_document(run, stdin):
    """Anything that is no JSON document is a finding, never a traceback."""
    code, _, err = run("match", "-", stdin=stdin)
    assert code == 4
    assert "standard input" in err


def test_check_says_what_to_look_at(run):
    """A document that can be read but not matched is exit code 0 with the conflict as a warning."""
    code, out, _ = run("check", EXAMPLES / "no_answer.json")
    assert code == 0
    assert "Warning: No matching keeps all rules." in out
    code, out, _ = run("check", EXAMPLES / "no_answer.json", "--json")
    assert "conflict" in [warning["code"] for warning in json.loads(out)["warnings"]]


def test_check_tells_of_a_replaced_preset_rule(run):
    """A plain selection drops the preset's; check says what it said."""
    document = {"mentees": [{"id": "pine"}], "mentors": [{"id": "oak"}], "rules": [{"kind": "selection", "max": 2}]}
    assert "At most 15 mentees are matched." in run("check", "-", stdin=json.dumps(document))[1]


def test_verify_names_the_broken_rule(run, tmp_path):
    """A matching that breaks a rule is exit code 3 with the sentence; bare pairs are taken."""
    (tmp_path / "p.json").write_text(json.dumps(PINNED), encoding="utf-8")
    assert run("verify", tmp_path / "p.json", "-", stdin='[["pine", "oak"]]')[0] == 0
    code, out, _ = run("verify", tmp_path / "p.json", "-", stdin="[]")
    assert code == 3
    assert "Pine County" in out
    code, out, _ = run("verify", tmp_path / "p.json", "-", "--json", stdin="[]")
    assert json.loads(out)["violations"][0]["rule_id"] == "pin"


@pytest.mark.parametrize(
    "matching", ["{", '{"status": "infeasible", "matching": null}', '[["a"]]', '{"pears": []}', "3"]
)
def test_verify_refuses_what_is_no_matching(run, tmp_path, matching):
    """What is no matching is a finding."""
    (tmp_path / "p.json").write_text(json.dumps(SMALL), encoding="utf-8")
    assert run("verify", tmp_path / "p.json", "-", stdin=matching)[0] == 4


def test_verify_of_a_missing_file(run):
    """A matching that is not there is said in a sentence."""
    code, _, err = run("verify", EXAMPLES / "spring_cohort.json", "nowhere.json")
    assert code == 2
    assert "nowhere.json" in err


def test_report_to_a_folder_that_cannot_be(run, tmp_path):
    """Where nothing can be written, the command says so and fails."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    code, _, err = run("report", "-", "-o", tmp_path / "file", stdin=json.dumps(SMALL))
    assert code == 2
    assert "Nothing was written" in err


def test_report_as_markdown(run):
    """The report goes to standard output as Markdown."""
    code, out, _ = run("report", "-", "-o", "-", stdin=json.dumps(SMALL))
    assert code == 0
    assert "Pine County" in out
    assert out.startswith("# ")


def test_demo_matches_both_examples(run, tmp_path):
    """The demo ends proved, and says where both reports are."""
    code, out, _ = run("demo", "-o", tmp_path)
    assert code == 0
    for name in ("public_record", "spring_cohort"):
        assert str(tmp_path / name / "report.html") in out
        assert "Content-Security-Policy" in (tmp_path / name / "report.html").read_text(encoding="utf-8")
    told = json.loads(run("demo", "-o", tmp_path, "--json")[1])
    assert [example["status"] for example in told] == ["optimal", "optimal"]


def test_schema_of_every_document(run, tmp_path):
    """The schema is printed, or written to a file."""
    assert json.loads(run("schema")[1])["title"] == "Problem"
    assert json.loads(run("schema", "result")[1])["title"] == "Result"
    assert run("schema", "matching", "-o", tmp_path / "m.json")[0] == 0
    assert json.loads((tmp_path / "m.json").read_text(encoding="utf-8"))["title"] == "Matching"


@pytest.mark.parametrize(
    "failure", [RuntimeError("boom"), pm.VerificationError(["a tier is off"], "{}"), ValueError("x")]
)
def test_our_bug_is_said_without_a_traceback(run, monkeypatch, failure):
    """Whatever goes wrong inside is exit code 5 and one message."""

    def broken(*_, **__):
        raise failure

    monkeypatch.setattr(api, "match", broken)
    monkeypatch.setattr("prssmi_match.cli.matching.match", broken)
    code, out, err = run("match", "-", stdin=json.dumps(SMALL))
    assert (code, out) == (5, "")
    assert "report" in err
    assert "Traceback" not in err


def test_interrupt_outside_the_search(run, monkeypatch):
    """Ctrl-C while nothing is found yet is exit code 1."""

    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("prssmi_match.cli.matching.match", interrupted)
    code, _, err = run("match", "-", stdin=json.dumps(SMALL))
    assert code == 1
    assert "Interrupted" in err
