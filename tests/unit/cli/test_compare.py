from __future__ import annotations

import json

import pytest

from unit.cli.documents import NO_ANSWER, SPRING


@pytest.fixture
def spring(tmp_path):
    """The cohort as a file, so that standard input is free for the matching."""
    (tmp_path / "spring.json").write_text(SPRING, encoding="utf-8")
    return tmp_path / "spring.json"


def test_a_matching_made_by_hand_is_held_against_the_answer(run, spring):
    """Who would gain and lose, the rule that it breaks, and the aims."""
    code, out, _ = run("compare", spring, "-", stdin='[["moss", "oak"], ["reed", "elm"]]')
    assert code == 0
    assert "Before, these rules are broken:" in out
    assert "Moss Bank loses its place with Oak City." in out
    assert "Pine County is matched with Oak City." in out
    assert "“review”" in out


def test_an_answer_is_the_same_as_itself(run, spring, tmp_path):
    """A result as it was written compares without a difference."""
    assert run("match", spring, "-o", tmp_path / "result.json")[0] == 0
    code, out, _ = run("compare", spring, tmp_path / "result.json", "--json")
    found = json.loads(out)
    assert (code, found["mentees"], found["loads"]) == (0, [], [])


@pytest.mark.parametrize("matching", ["{", "3", '{"status": "infeasible", "matching": null}'])
def test_what_is_no_matching_is_bad_input(run, spring, matching):
    """Exit code 4."""
    assert run("compare", spring, "-", stdin=matching)[0] == 4


def test_without_an_answer_the_conflict_is_named(run, tmp_path):
    """Exit code 3."""
    (tmp_path / "none.json").write_text(NO_ANSWER, encoding="utf-8")
    code, out, _ = run("compare", tmp_path / "none.json", "-", stdin='[["pine", "oak"]]')
    assert code == 3
    assert "Pine County does not accept Oak City." in out
