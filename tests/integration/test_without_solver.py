"""What an auditor can do on a machine without the solver: read, verify, score, digest, apply decisions."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
BLOCKED = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"ortools"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Missing())
"""


def run(code, *arguments):
    """Run Python code in a process that has no ortools."""
    command = [sys.executable, "-c", BLOCKED + code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONUTF8": "1"})


CLI = "from prssmi_match.cli import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture(scope="module")
def matching(tmp_path_factory):
    """The answer of the spring cohort, as it was announced."""
    path = tmp_path_factory.mktemp("announced") / "matching.json"
    command = [sys.executable, "-m", "prssmi_match", "match", EXAMPLES / "spring_cohort.json", "-o", path]
    subprocess.run(command, check=True, capture_output=True)
    return path


def test_the_block_works():
    """Matching does need the solver, so the tests below prove something."""
    done = run("import ortools")
    assert done.returncode == 1
    assert "ModuleNotFoundError" in done.stderr


def test_an_answer_is_verified(matching):
    """From JSON and from tables, also one that breaks rules."""
    for source in (EXAMPLES / "spring_cohort.json", EXAMPLES / "spring_cohort"):
        done = run(CLI, "verify", source, matching)
        assert (done.returncode, done.stdout) == (0, "The matching keeps every rule.\n"), done.stderr
    pairs = json.loads(matching.read_text(encoding="utf-8"))["matching"]["pairs"]
    broken = matching.with_name("broken.json")
    broken.write_text(json.dumps([[pair["mentee"], "tallgrass"] for pair in pairs]), encoding="utf-8")
    done = run(CLI, "verify", EXAMPLES / "spring_cohort.json", broken)
    assert done.returncode == 3
    assert "Tallgrass Recovery Alliance" in done.stdout


def test_an_answer_is_verified_with_the_decisions_of_the_program(matching, tmp_path):
    """The ledger is read and applied without the solver as well."""
    ledger = tmp_path / "overrides.toml"
    ledger.write_text(
        '[[overrides]]\nid = "1"\nwhen = 2026-11-24T09:30:00Z\nwho = "Dana"\nwhy = "Plans first"\naction = "hold"\n'
        'mentee = "aspenridge"\n',
        encoding="utf-8",
    )
    done = run(CLI, "verify", EXAMPLES / "spring_cohort.json", matching, "--overrides", ledger)
    assert done.returncode == 3
    assert "1 decision of overrides.toml applied." in done.stderr
    assert "Aspenridge County is on hold" in done.stdout


def test_python_verifies_scores_and_digests(matching):
    """The facade, and the digest of a record."""
    done = run(
        "import json, prssmi_match as pm\n"
        "from prssmi_match.records import digest\n"
        "problem = pm.read_problem(sys.argv[1])\n"
        "pairs = json.load(open(sys.argv[2], encoding='utf-8'))['matching']['pairs']\n"
        "answer = pm.Matching(pairs=[(pair['mentee'], pair['mentor']) for pair in pairs])\n"
        "print(pm.verify(problem, answer).valid, pm.evaluate(problem, answer).tier('coverage').value, digest(problem))",
        EXAMPLES / "spring_cohort.json",
        matching,
    )
    provenance = json.loads(matching.read_text(encoding="utf-8"))["provenance"]
    assert done.stdout.split() == ["True", "15", provenance["digest"]], done.stderr


@pytest.mark.parametrize("arguments", [("schema", "run_record"), ("convert", EXAMPLES / "spring_cohort")])
def test_other_commands_that_solve_nothing(arguments):
    """Schemas and conversion."""
    done = run(CLI, *arguments)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)
