import pytest

from unit.problem.findings import findings

SITES = {"mentees": [{"id": "pine"}, {"id": "bay"}], "mentors": [{"id": "oak"}]}


@pytest.mark.parametrize("kind", ["pin", "forbid"])
def test_pin_and_forbid_need_both_sites(kind):
    """A pin or forbid names one mentee and one mentor."""
    assert findings({**SITES, "rules": [{"kind": kind, "mentee": "pine", "mentor": "oak"}]}) == []
    assert findings({**SITES, "rules": [{"kind": kind, "mentee": "pine"}]}) == [("missing", ("rules", 0, "mentor"))]


@pytest.mark.parametrize("kind", ["together", "apart"])
def test_groups_name_mentees(kind):
    """A group names at least one mentee."""
    assert findings({**SITES, "rules": [{"kind": kind, "mentees": ["pine", "bay"]}]}) == []
    assert findings({**SITES, "rules": [{"kind": kind, "mentees": []}]}) == [("too_short", ("rules", 0, "mentees"))]


def test_only_together_can_be_partial():
    """Partial is a field of together alone."""
    rules = [{"kind": kind, "mentees": ["pine"], "partial": True} for kind in ("together", "apart")]
    assert findings({**SITES, "rules": rules}) == [("extra_forbidden", ("rules", 1, "partial"))]


def test_contradicting_rules_are_no_defect():
    """A pin and a forbid of one pair are each well formed; that they clash is for the match to tell."""
    pair = {"mentee": "pine", "mentor": "oak"}
    assert findings({**SITES, "rules": [{"kind": "pin", **pair}, {"kind": "forbid", **pair}]}) == []


def test_stability_has_no_fields():
    """Stability takes an id and a reason, nothing else."""
    assert findings({"rules": [{"kind": "stability", "id": "s", "reason": "Asked for by the board"}]}) == []
    assert findings({"rules": [{"kind": "stability", "max": 1}]}) == [("extra_forbidden", ("rules", 0, "max"))]
