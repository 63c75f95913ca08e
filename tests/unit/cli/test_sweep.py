"""The command ``sweep``."""

from __future__ import annotations

import json

from unit.cli.documents import SPRING

SCENARIOS = json.dumps({"scenarios": [{"name": "Oak leaves", "withdrawn": ["oak"]}, {"name": "clash", "rules": [
    {"kind": "pin", "mentee": "moss", "mentor": "oak"}]}]})  # fmt: skip


def test_scenarios_beside_each_other(run, tmp_path):
    """Each scenario has its numbers, one without an answer its conflict; all of it is proved."""
    (tmp_path / "what.json").write_text(SCENARIOS)
    code, out, err = run("sweep", "-", tmp_path / "what.json", stdin=SPRING)
    assert (code, err) == (0, "")
    assert "Oak leaves" in out
    assert "“clash”: no matching keeps all rules." in out


def test_processes_give_the_same(run, tmp_path):
    """Two processes give the same JSON as one."""
    (tmp_path / "spring.json").write_text(SPRING)
    (tmp_path / "what.json").write_text(SCENARIOS)
    arguments = ("sweep", tmp_path / "spring.json", tmp_path / "what.json", "--json")
    one, two = run(*arguments), run(*arguments, "--processes", "2")
    assert one == two
    assert [row["status"] for row in json.loads(two[1])["rows"]] == ["optimal", "optimal", "infeasible"]


def test_bad_scenarios(run, tmp_path):
    """All findings are told with their place; text that is no JSON, and both inputs on standard input, are refused."""
    (tmp_path / "spring.json").write_text(SPRING)
    bad = {"scenarios": [{"nme": "a"}, {"name": "b", "withdrawn": "oak"}]}
    code, _, err = run("sweep", tmp_path / "spring.json", "-", stdin=json.dumps(bad))
    assert code == 4
    assert err.count("\n  error    standard input: scenarios[") == 3
    assert run("sweep", tmp_path / "spring.json", "-", stdin="{")[0] == 4
    assert run("sweep", "-", "-", stdin=SPRING)[0] == 2


def test_out_of_time(run, tmp_path):
    """What could not be worked out in time is not proved."""
    (tmp_path / "what.json").write_text(SCENARIOS)
    code, out, _ = run("sweep", "-", tmp_path / "what.json", "--time-limit", "0", stdin=SPRING)
    assert code == 1
    assert "Time ran out" in out
