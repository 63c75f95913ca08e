from __future__ import annotations

import json

import pytest

from unit.cli.documents import SPRING


@pytest.mark.parametrize(
    ("arguments", "title"),
    [
        (["moss", "oak"], "Why is Moss Bank not with Oak City?"),
        (["--mentee", "moss", "--mentor", "oak"], "Why is Moss Bank not with Oak City?"),
        (["moss", "--mentor", "oak"], "Why is Moss Bank not with Oak City?"),
        (["moss"], "Why is Moss Bank not matched?"),
        (["--mentee", "moss"], "Why is Moss Bank not matched?"),
        (["--mentor", "yew"], "Why is Yew Springs not used?"),
    ],
)
def test_each_way_to_ask(run, arguments, title):
    """A pair, a mentee or a mentor, by position or by name of the argument."""
    code, out, _ = run("why-not", "-", *arguments, stdin=SPRING)
    assert (code, out.splitlines()[0]) == (0, title)


def test_what_is_forbidden_comes_with_the_change_that_would_allow_it(run):
    """The veto, and whom to ask."""
    _, out, _ = run("why-not", "-", "moss", "oak", stdin=SPRING)
    assert "- Moss Bank does not accept Oak City." in out
    assert "Ask Moss Bank to accept Oak City. (Up to Moss Bank.)" in out


def test_what_is_possible_comes_with_its_price(run):
    """What it costs, and who would be elsewhere."""
    _, out, _ = run("why-not", "-", "moss", stdin=SPRING)
    assert "“review” loses" in out
    assert "Reed Court loses its place" in out


def test_costs_change_the_way_out(run):
    """Where a site is not to be asked, there is no other way."""
    _, out, _ = run("why-not", "-", "moss", "oak", "--cost", "mentee_veto=none", stdin=SPRING)
    assert "No change that may be made would make it possible." in out


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ([], "give a mentee, a mentor, or both"),
        (["pine", "--mentee", "reed"], "the mentee is given twice"),
        (["pine", "oak", "--mentor", "elm"], "the mentor is given twice"),
        (["pine", "--cost", "mentee_vto=3"], "Did you mean 'mentee_veto'?"),
    ],
)
def test_wrong_usage(run, arguments, error):
    """Exit code 2, and what to do instead."""
    code, out, err = run("why-not", "-", *arguments, stdin=SPRING)
    assert (code, out) == (2, "")
    assert error in err


def test_json_holds_the_price_by_aim(run):
    """Price, moves and whether it is proved."""
    found = json.loads(run("why-not", "-", "moss", "elm", "--json", stdin=SPRING)[1])
    assert found["possible"]
    assert found["price"]["coverage"] == 0
    assert found["price"]["review"] > 0
