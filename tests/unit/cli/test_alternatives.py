from __future__ import annotations

import json

import pytest

from unit.cli.documents import SPRING


def test_as_many_as_asked_for(run):
    """-k says how many."""
    found = json.loads(run("alternatives", "-", "-k", "2", "--json", stdin=SPRING)[1])
    assert (found["kind"], len(found["answers"])) == ("next", 2)


def test_within_a_stated_loss(run):
    """The most different answers lose no more than is allowed; any is as much as it takes."""
    none = json.loads(run("alternatives", "-", "--kind", "different", "--json", stdin=SPRING)[1])
    free = [
        word for tier in ("review", "fit", "fairness", "balance", "fit_again") for word in ("--within", f"{tier}=any")
    ]
    some = json.loads(run("alternatives", "-", "--kind", "different", *free, "--json", stdin=SPRING)[1])
    moved = [max((len(answer["moves"]) for answer in each["answers"]), default=0) for each in (none, some)]
    assert moved[0] < moved[1]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["-k", "0"], "invalid positive value"),
        (["--kind", "nearest"], "invalid choice"),
        (["--within", "review=2"], "--within goes with --kind different"),
        (["--kind", "different", "--within", "review"], "whole number of at least 0 or any"),
        (["--kind", "different", "--within", "review=-1"], "whole number of at least 0 or any"),
    ],
)
def test_wrong_usage(run, arguments, error):
    """Exit code 2, and what to do instead."""
    code, _, err = run("alternatives", "-", *arguments, stdin=SPRING)
    assert code == 2
    assert error in err
