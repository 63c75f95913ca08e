import pytest

from prssmi_match.compatibility.profiles import profiles, values_of
from prssmi_match.problem.participants import Mentee

PINE = Mentee.model_validate(
    {
        "id": "pine",
        "organization": " ",
        "settings": ["diversion", "child_welfare"],
        "state": "MN",
        "stage": "early",
        "topics": {" Peer  Work": 4},
        "preferences": [["oak"], ["elm", "ash"]],
        "attributes": {"grantee": "yes", "blank": " "},
    }
)


def test_groups():
    """Ties share a group, and everybody unlisted comes after the last one."""
    (profile,) = profiles([PINE])
    assert [profile.group(mentor) for mentor in ("oak", "elm", "ash", "fir")] == [0, 1, 1, 2]


def test_folding():
    """Topics are folded, and a blank organization is unknown."""
    (profile,) = profiles([PINE])
    assert profile.topics == {"peer work": 4}
    assert profile.organization is None


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("settings", {"diversion", "child_welfare"}),
        ("state", {"MN"}),
        ("stage", {"early"}),
        ("locale", set()),
        ("attributes.grantee", {"yes"}),
        ("attributes.blank", set()),
        ("attributes.other", set()),
    ],
)
def test_values_of_a_field(field, values):
    """A field gives its values; an empty or blank one gives none."""
    assert values_of(PINE, field) == values
