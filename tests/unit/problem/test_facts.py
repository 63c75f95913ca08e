import pytest

from prssmi_match.problem.facts import Fact


@pytest.mark.parametrize(
    ("fact", "name"),
    [
        (Fact("rule", ("quota-2",)), "quota-2"),
        (Fact("setting"), "setting"),
        (Fact("capacity", ("oak",)), "capacity:oak"),
        (Fact("mentee_veto", ("pine", "oak")), "mentee_veto:pine:oak"),
    ],
)
def test_ids(fact, name):
    """A rule goes by its own id, a fact by its kind and its sites."""
    assert fact.id == name
