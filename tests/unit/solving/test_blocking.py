import pytest

from prssmi_match.compatibility import assess
from prssmi_match.solving.assignment import Assignment
from prssmi_match.solving.blocking import blocking_positions
from unit.solving.answers import problem

MENTEES = [{"id": "a", "preferences": [["m"], ["n"]]}, {"id": "b", "preferences": [["m"]]}]
MENTORS = [{"id": "m", "preferences": [["a"], ["b"]]}, {"id": "n"}]


def blocking(pairs, *rules, mentees=MENTEES, mentors=MENTORS):
    """Return the blocking pairs of an assignment, as texts of two letters."""
    compatibility = assess(problem(mentees, mentors, rules))
    chosen = [position for pair in pairs for position in compatibility.positions_of(*pair)]
    ids = [compatibility.mentees[a].id + compatibility.mentors[b].id for a, b in compatibility.pairs]
    return sorted(ids[position] for position in blocking_positions(Assignment(compatibility, chosen)))


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], ["am", "an", "bm", "bn"]),
        (["am", "bn"], []),
        (["an", "bm"], ["am"]),
        (["am"], ["bn"]),
        (["an"], ["am", "bm"]),
        (["bm"], ["am", "an"]),
    ],
)
def test_blocking_pairs(pairs, expected):
    """A pair blocks where both would gain; an unlisted mentor is better than none, and no list is indifference."""
    assert blocking(pairs) == expected


@pytest.mark.parametrize(("most", "expected"), [(0, []), (1, []), (2, ["am", "an", "bm", "bn"])])
def test_selection_maximum(most, expected):
    """Where the maximum is reached, who is unmatched blocks nothing."""
    pairs = [] if most != 1 else ["am"]
    assert blocking(pairs, {"kind": "selection", "max": most}) == expected


@pytest.mark.parametrize(("most", "expected"), [(1, []), (2, ["am"])])
def test_opening_maximum(most, expected):
    """Where the maximum is reached, an unused mentor blocks nothing, although a would rather have it."""
    mentors = [MENTORS[0], {"id": "n", "max_mentees": 2}]
    pairs = ["an", "bn"]
    found = blocking(pairs, {"kind": "opening", "max": most}, mentors=mentors)
    assert found == expected + (["bm"] if expected else [])
