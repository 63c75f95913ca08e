import pytest

from prssmi_match.problem.wording import enumeration, label_mentee, label_mentor
from unit.verification.documents import problem_of

MENTEES = [
    {"id": "a", "name": "Lake County"},
    {"id": "b", "name": "Lake County"},
    {"id": "c", "name": "Pine County"},
    {"id": "d"},
    {"id": "e", "name": "e"},
]
MENTORS = [{"id": "m", "name": "Pine County"}]


@pytest.mark.parametrize(
    ("mentee", "label"),
    [
        ("a", "Lake County (a)"),
        ("b", "Lake County (b)"),
        ("c", "Pine County"),
        ("d", "d"),
        ("e", "e"),
        ("ghost", "ghost"),
    ],
)
def test_labels(mentee, label):
    """A site goes by its name; where two of one side share it, the id tells them apart; without a name, by its id."""
    assert label_mentee(problem_of(MENTEES, MENTORS), mentee) == label


def test_a_name_may_stand_on_both_sides():
    """A mentor's name is not unclear because a mentee has it too."""
    assert label_mentor(problem_of(MENTEES, MENTORS), "m") == "Pine County"


@pytest.mark.parametrize(
    ("words", "sentence"), [([], "nobody"), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_enumeration(words, sentence):
    """Words are joined as people do."""
    assert enumeration(words) == sentence


def test_enumeration_with_or():
    """The last joint can be another word."""
    assert enumeration(iter(["a", "b", "c"]), "or") == "a, b or c"
