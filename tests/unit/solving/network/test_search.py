import pytest

from prssmi_match.compatibility import assess
from prssmi_match.problem.criteria import Coverage, FewMentors
from prssmi_match.solving.cpsat.steps import InfeasibleError, Step
from prssmi_match.solving.network import NetworkSearch, NotANetworkError
from prssmi_match.solving.objective import Objective
from unit.solving.answers import problem


def searching(*asked, **fields):
    """Return a search, and where its proofs go."""
    steps = []
    return NetworkSearch(assess(problem(*asked, **fields)), steps), steps


def test_what_is_held_stays_held():
    """A maximum that is held leaves its face; the next one is found on it."""
    found, steps = searching("ab", "mn")
    first = Objective([9, 0, 5, 0])
    assert found.maximize(first) == Step(9, 9)
    found.hold(first, 9)
    assert found.maximize(Objective([-1, -1, 1, 5])) == Step(4, 4)
    assert found.incumbent.chosen == (0, 3)
    assert [step.value for step in steps] == [9, 4]


def test_less_than_the_best_is_no_face():
    """What gives something up cannot be held by a network, and nothing changes; what cannot bind is held by any."""
    found, _ = searching("ab", "mn")
    objective = Objective([9, 0, 5, 0])
    found.maximize(objective)
    with pytest.raises(NotANetworkError):
        found.hold(objective, 5)
    assert list(found.settled()) == []
    found.hold(objective, 0)
    assert found.maximize(Objective([0, 1, 0, 1])) == Step(1, 1)


def test_a_limit_from_above_is_held_where_it_is_the_least():
    """Nobody at some pairs, or as few as there can be, leaves a face, too."""
    found, _ = searching("ab", "mn", [{"kind": "selection", "min": 2}])
    found.hold(Objective([1, 0, 0, 0]), 0, 0)
    assert found.maximize(Objective([9, 1, 9, 1])) == Step(10, 10)
    assert found.incumbent.chosen == (1, 2)
    other, _ = searching("ab", "mn", [{"kind": "selection", "min": 2}])
    other.hold(Objective([1, 1, 1, 1]), 2, 2)
    other.hold(Objective([3, 1, 1, 1]), 2, 2)
    assert other.maximize(Objective([9, 0, 0, 0])) == Step(0, 0)


def test_reaching_moves_the_incumbent_only_where_it_is_reached():
    """A question about a value is answered with or without a new matching; nothing is held or proved."""
    found, steps = searching("ab", "mn")
    assert found.reach(Objective([9, 0, 5, 0]), 9)
    assert 0 in found.incumbent.chosen
    before = found.incumbent
    assert not found.reach(Objective([9, 0, 5, 0]), 10)
    assert (found.incumbent, steps, list(found.settled())) == (before, [], [])


def test_rules_that_cannot_all_hold():
    """No flow is no matching."""
    found, _ = searching("ab", "m", [{"kind": "selection", "must_match": ["a", "b"]}])
    with pytest.raises(InfeasibleError):
        _ = found.incumbent


def test_only_criteria_of_pairs():
    """What counts mentors is not for a network."""
    found, _ = searching("ab", "mn")
    assert list(found.objective([Coverage(weight=3)]).by_pair) == [3] * 4
    with pytest.raises(NotANetworkError):
        found.objective([Coverage(), FewMentors()])


def test_what_the_face_settles():
    """Pairs that cannot be chosen any more, and those that must be, are handed on."""
    found, _ = searching("ab", "mn")
    first = Objective([9, -1, -1, 5])
    found.maximize(first)
    found.hold(first, 14)
    assert list(found.settled()) == [([1, 2], 0), ([0, 3], 2)]


def test_what_the_face_counts():
    """What the best must fill is handed on as a number of pairs."""
    found, _ = searching("abc", [{"id": "m", "max_mentees": 2}])
    first = Objective([5, 5, 5])
    found.maximize(first)
    found.hold(first, 10)
    assert list(found.settled()) == [((0, 1, 2), 2)]


OPENED = [{"kind": "opening", "max": 1}]


def test_a_limit_of_mentors_that_a_best_flow_keeps():
    """The limit is left out of the network; where a flow that keeps it is as good, it is proved best."""
    found, steps = searching("abc", ["m", {"id": "n", "max_mentees": 3}], OPENED)
    assert found.maximize(Objective([0, 3, 0, 3, 3, 3])) == Step(9, 9)
    assert found.incumbent.chosen == (1, 3, 5)
    assert [step.value for step in steps] == [9]


def test_a_limit_of_mentors_that_costs():
    """Where no flow that keeps it is found, the network cannot tell, and claims nothing."""
    found, steps = searching("ab", "mn", OPENED)
    with pytest.raises(NotANetworkError):
        found.maximize(Objective([1, 1, 1, 1]))
    assert (steps, found.has_incumbent) == ([], False)
    assert not found.reach(Objective([1, 1, 1, 1]), 3)


def test_a_proof_does_not_grow_without_end(monkeypatch):
    """Once a proof is too large to keep, later maxima are still found, and their multipliers left out."""
    monkeypatch.setattr("prssmi_match.solving.network.search.MOST_MULTIPLIERS", 1)
    found, steps = searching("ab", "m")
    for earned in ([2, 1], [3, 1], [2, 1]):
        assert found.maximize(Objective(earned)).proved
    assert len(steps) < 3
