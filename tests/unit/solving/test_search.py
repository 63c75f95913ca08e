import pytest

import prssmi_match as pm
from prssmi_match.compatibility import assess
from prssmi_match.solving import Budget
from prssmi_match.solving.cpsat import Formulation, Search, steps
from prssmi_match.solving.cpsat.steps import InfeasibleError, NothingFoundError, Step
from prssmi_match.solving.objective import Objective
from unit.solving.answers import COVERAGE, SCORE, answer, problem
from unit.solving.engines import without_network, without_relaxation


@pytest.fixture
def solves(monkeypatch):
    """Every call of the solver, counted."""
    calls, solve = [], steps.solve

    def counted(model, budget, **options):
        calls.append(model)
        return solve(model, budget, **options)

    monkeypatch.setattr(steps, "solve", counted)
    return calls


def searching(asked, **budget):
    """Return a search of a problem."""
    return Search(Formulation(assess(asked)), Budget(**budget))


def test_a_ceiling_that_is_reached_is_not_solved_for(solves, monkeypatch):
    """Tiers that the first answer already meets at their best cost nothing: one solve for three of them."""
    tiers = [COVERAGE, {**COVERAGE, "name": "again"}, {**SCORE, "name": "flat"}]
    without_network(monkeypatch)
    without_relaxation(monkeypatch)
    asked = problem("ab", [{"id": "m", "max_mentees": 2}], tiers=tiers)
    assert answer(asked) == {"a": "m", "b": "m"}
    assert len(solves) == 1 + 1  # the last one looks for another answer that drew the same


def test_one_answer_that_is_left_is_not_drawn(solves, monkeypatch):
    """Where the tiers leave one answer, the lottery asks once whether there is another, and draws nothing."""
    without_network(monkeypatch)
    without_relaxation(monkeypatch)
    assert answer(problem("ab", "m", tiers=[SCORE], scores={"am": 5, "bm": 4})) == {"a": "m"}
    assert len(solves) == 1 + 1


def test_a_step_at_its_ceiling(solves):
    """A step is proved without the solver where the incumbent meets the ceiling, and solved for where it does not."""
    found = searching(problem("ab", "mn"))
    count = Objective([1] * 4)
    assert found.maximize(count) == Step(2, 2)
    assert len(solves) == 1
    assert found.maximize(count) == Step(2, 2)
    assert len(solves) == 1
    value = found.maximize(Objective([9, 1, 9, 1]))
    assert value == Step(10, 10)
    assert len(solves) == 2


def test_held_values_are_kept():
    """What is held stays held in every later step."""
    found = searching(problem("ab", "mn"))
    first = Objective([9, 0, 5, 0])
    found.maximize(first)
    found.hold(first, 9)
    assert found.maximize(Objective([-1, -1, 1, 5])) == Step(4, 4)
    assert found.incumbent.chosen == (0, 3)


def test_reach(solves):
    """A value is reached, or proved out of reach; beyond the ceiling the solver is not even asked."""
    found = searching(problem("ab", "mn"))
    points = Objective([9, 1, 9, 1])
    assert found.reach(points, 10) is True
    assert points.value(found.incumbent) == 10
    count = len(solves)
    assert found.reach(points, 8) is True
    assert found.reach(points, 19) is False
    assert len(solves) == count
    assert found.reach(points, 11) is False
    assert len(solves) == count + 1


def test_reach_holds_nothing():
    """Asking whether a value is reached leaves later steps free."""
    found = searching(problem("a", "mn"))
    assert found.reach(Objective([5, 1]), 5) is True
    assert found.maximize(Objective([0, 3])) == Step(3, 3)


def test_out_of_time():
    """Once the budget is over, the incumbent and the ceiling are what is known, and nothing is claimed as proved."""
    budget = Budget()
    found = Search(Formulation(assess(problem("ab", "mn"))), budget)
    _ = found.incumbent
    budget.stop()
    points = Objective([9, 1, 9, 1])
    step = found.maximize(points)
    assert step == Step(points.value(found.incumbent), 18)
    assert not step.proved
    assert found.reach(points, 18) is None


def test_nothing_found():
    """Out of time before the first answer, there is no incumbent to ask for."""
    with pytest.raises(NothingFoundError):
        _ = searching(problem("a", "m"), time_limit=0).incumbent


def test_infeasible():
    """Where the rules cannot all hold, there is no incumbent either."""
    with pytest.raises(InfeasibleError):
        _ = searching(problem("a", "m", [{"kind": "selection", "min": 2}])).incumbent


def test_workers_do_not_change_the_answer():
    """Two workers, one answer."""
    asked = problem("abcd", "mnop", tiers=[COVERAGE, SCORE], scores={"am": 2, "bn": 2, "cm": 2, "dp": 1})
    assert answer(asked, workers=2) == answer(asked)
    assert pm.match(asked, workers=2).provenance.settings["workers"] == 2
