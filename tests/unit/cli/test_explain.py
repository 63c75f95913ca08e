from __future__ import annotations

import json

from unit.cli.documents import SPRING


def test_each_site_has_its_reason(run):
    """Pairs with their reasons and points, and the mentee that is left out with its own."""
    out = " ".join(run("explain", "-", stdin=SPRING)[1].split())
    assert "Pine County with Oak City" in out
    assert "Oak City is Pine County's choice number 1." in out
    assert "Points in “fit”" in out
    assert "Moss Bank could be matched, but others serve the program's aims better." in out


def test_json_holds_the_reasons_by_site(run):
    """Pairs and unmatched mentees with their reasons."""
    found = json.loads(run("explain", "-", "--json", stdin=SPRING)[1])
    assert {row["mentee"] for row in found["pairs"]} == {"pine", "reed"}
    assert [(row["mentee"], row["kind"]) for row in found["unmatched"]] == [("moss", "outranked")]
    assert found["complete"]
