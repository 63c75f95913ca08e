from __future__ import annotations

import json

import pytest

import prssmi_match as pm
from unit.cli.documents import NO_ANSWER, SPRING


def test_a_conflict_comes_with_a_menu(run):
    """Exit code 3; the conflict, and each way out with whom it is up to."""
    code, out, _ = run("diagnose", "-", stdin=NO_ANSWER)
    assert code == 3
    assert "Pine County does not accept Oak City." in out
    assert "Ask Pine County to accept Oak City. (Up to Pine County.)" in out
    assert "Drop the pin of Pine County to Oak City. (Up to the program.)" in out


def test_what_can_be_kept_is_exit_code_0(run):
    """A document with an answer has no conflict."""
    code, out, _ = run("diagnose", "-", stdin=SPRING)
    assert code == 0
    assert "What conflicts" not in out


def test_without_time_nothing_is_claimed(run):
    """Exit code 1."""
    assert run("diagnose", "-", "--time-limit", "0", stdin=NO_ANSWER)[0] == 1


def test_the_number_of_changes_and_their_costs_are_adjustable(run):
    """--limit cuts the menu, and what costs more comes later; none is never asked for."""
    one = json.loads(run("diagnose", "-", "--limit", "1", "--json", stdin=NO_ANSWER)[1])
    assert [row["changes"][0]["kind"] for row in one["repairs"]] == ["pin"]
    dear = json.loads(run("diagnose", "-", "--cost", "pin=9", "--json", stdin=NO_ANSWER)[1])
    assert [row["changes"][0]["kind"] for row in dear["repairs"]] == ["mentee_veto", "pin"]
    never = json.loads(run("diagnose", "-", "--cost", "coordinator=none", "--json", stdin=NO_ANSWER)[1])
    assert [row["changes"][0]["kind"] for row in never["repairs"]] == ["mentee_veto"]


def test_a_change_is_applied_to_the_document(run, tmp_path):
    """The document with that change made, otherwise as it was written; it has an answer."""
    code, out, err = run("diagnose", "-", "--apply", "1", "-o", tmp_path / "fixed.json", stdin=NO_ANSWER)
    assert (code, out) == (0, "")
    assert "Drop the pin" in err
    fixed = json.loads((tmp_path / "fixed.json").read_text(encoding="utf-8"))
    assert fixed == {**json.loads(NO_ANSWER), "rules": []}
    code, out, _ = run("diagnose", "-", "--apply", "2", stdin=NO_ANSWER)
    assert code == 0
    assert pm.match(pm.Problem.model_validate_json(out)).has_matching


def test_nothing_is_written_where_nothing_can_be(run, tmp_path):
    """Where the file cannot be written, the command says so, and leaves no half of it."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert run("diagnose", "-", "--apply", "1", "-o", tmp_path / "file" / "x.json", stdin=NO_ANSWER)[0] == 2
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize(
    ("arguments", "stdin", "error"),
    [
        (["-o", "x.json"], NO_ANSWER, "-o goes with --apply"),
        (["--apply", "9"], NO_ANSWER, "there is no change 9 to make"),
        (["--apply", "1"], SPRING, "All rules can be kept"),
        (["--apply", "0"], NO_ANSWER, "invalid positive value"),
        (["--cost", "pin"], NO_ANSWER, "whole number of at least 1 or none"),
        (["--cost", "pin=0"], NO_ANSWER, "whole number of at least 1 or none"),
        (["--cost", "pinn=2"], NO_ANSWER, "Did you mean 'pin'?"),
    ],
)
def test_wrong_usage(run, arguments, stdin, error):
    """Exit code 2, what to do instead, and nothing on standard output."""
    code, out, err = run("diagnose", "-", *arguments, stdin=stdin)
    assert (code, out) == (2, "")
    assert error in err
