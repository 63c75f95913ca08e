import pydantic
import pytest

import prssmi_match as pm
from prssmi_match.compatibility import assess
from prssmi_match.solving.assignment import Assignment
from prssmi_match.solving.cpsat import Formulation
from prssmi_match.solving.objective import Objective
from unit.solving.answers import SCORE, problem

COMPATIBILITY = assess(problem("abc", "mn"))
OBJECTIVE = Objective([5, 3, 4, 1, -2, -1])  # a with m, a with n, b with m, ...


def test_value():
    """The value is the sum over the chosen pairs."""
    assert OBJECTIVE.value(Assignment(COMPATIBILITY, [1, 2])) == 7
    assert OBJECTIVE.value(Assignment(COMPATIBILITY, [])) == 0


@pytest.mark.parametrize(("seats", "ceiling"), [(0, 0), (1, 5), (2, 9), (3, 9)])
def test_ceiling(seats, ceiling):
    """No answer exceeds every seat taken by the mentees at their best; nobody has to take a loss."""
    assert OBJECTIVE.ceiling(COMPATIBILITY, seats) == ceiling


@pytest.mark.parametrize(
    ("mentees", "capacities", "rules", "seats"),
    [
        ("abc", (1, 1), [], 2),
        ("abc", (9, 9), [], 3),
        ("abc", (9, 9), [{"kind": "selection", "max": 2}], 2),
        ("abcd", (2, 1), [{"kind": "opening", "max": 1}], 2),
        ("abc", (0, 0), [], 0),
        ("", (1, 1), [], 0),
    ],
)
def test_seats(mentees, capacities, rules, seats):
    """The seats are what capacities and the maximums of the program leave."""
    mentors = [{"id": name, "max_mentees": most} for name, most in zip("mn", capacities, strict=True)]
    assert Formulation(assess(problem(mentees, mentors, rules))).seats == seats


def test_many_huge_scores():
    """With more than 512 mentors the limit is lower, as the solver adds up all pairs; beyond it is a clear finding."""
    mentors = [{"id": f"m{number:04}"} for number in range(1100)]
    rows = [{"mentee": "a", "mentor": mentor["id"], "score": 2**51} for mentor in mentors]
    assert pm.match(problem("a", mentors, tiers=[SCORE], pairs=rows)).tiers[0].value == 2**51
    rows[0]["score"] = 2**53 - 1
    with pytest.raises(pydantic.ValidationError, match="lower its weights or scores"):
        problem("a", mentors, tiers=[SCORE], pairs=rows)
