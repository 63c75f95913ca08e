import pytest

import prssmi_match as pm
from prssmi_match.compatibility import assess
from prssmi_match.problem.values import LARGEST
from prssmi_match.solving import Budget, bounded
from prssmi_match.solving.bounded import BoundedSearch
from prssmi_match.solving.cpsat import Formulation, core
from prssmi_match.solving.cpsat.steps import InfeasibleError, NothingFoundError, Step
from prssmi_match.solving.objective import Objective
from prssmi_match.solving.relaxation import Relaxation
from unit.solving.answers import COVERAGE, SCORE, problem

OPENED = [{"kind": "opening", "max": 1}]
COUNT, POINTS = Objective([1] * 6), Objective([5, 4, 1, 3, 0, 2])


def searching(rules=(), **budget):
    """Return a search of three mentees and two mentors with two places each."""
    mentors = [{"id": "m", "max_mentees": 2}, {"id": "n", "max_mentees": 2}]
    return BoundedSearch(Formulation(assess(problem("abc", mentors, list(rules)))), Budget(**budget))


@pytest.fixture
def solves(monkeypatch):
    """Every call of CP-SAT that the search makes for itself, counted."""
    calls, solve = [], core.solve
    monkeypatch.setattr(core, "solve", lambda *asked, **more: calls.append(asked) or solve(*asked, **more))
    return calls


@pytest.mark.parametrize(("positions", "number", "best"), [((2, 3), 0, 7), ((0, 2), 2, 8), ((), 0, 10)])
def test_what_is_settled_holds_for_the_relaxation(positions, number, best):
    """None or all of some pairs, or of no pairs at all, are chosen from then on."""
    search = searching()
    search.settle(positions, number)
    assert search.maximize(POINTS) == Step(best, best)


def test_the_relaxation_alone_can_answer(solves):
    """Where its solution is a matching that meets its bound, nothing is searched."""
    search = searching()
    assert search.maximize(COUNT) == Step(3, 3)
    search.hold(COUNT, 3)
    assert search.maximize(POINTS) == Step(10, 10)
    assert search.incumbent.chosen == (0, 3, 5)
    assert solves == []


def test_one_mentor_may_be_used(solves):
    """With an opening maximum the bound can be too high; what is found is proved all the same."""
    search = searching(OPENED)
    assert search.maximize(COUNT) == Step(2, 2)
    search.hold(COUNT, 2)
    assert search.maximize(POINTS) == Step(7, 7)


@pytest.mark.parametrize("size", [1, 2, 1000])
def test_few_variables_are_looked_at_first(size, monkeypatch, solves):
    """However few they are at first, the best is found: the next look is at more, until nothing better can be left."""
    monkeypatch.setattr(bounded, "CORE", size)
    monkeypatch.setattr(BoundedSearch, "_try", lambda *_: None)
    search = searching(OPENED)
    assert search.maximize(POINTS) == Step(7, 7)
    assert solves


def test_reach():
    """A value is reached, out of reach by the bound, or out of reach though the bound allows it."""
    search = searching(OPENED)
    assert search.reach(POINTS, 6) is True
    assert POINTS.value(search.incumbent) >= 6
    assert search.reach(POINTS, 7) is True
    assert search.reach(POINTS, 8) is False
    assert search.reach(POINTS, 100) is False


def test_what_is_held_from_both_sides():
    """A sum between two values, neither of which is its best."""
    search = searching()
    search.hold(POINTS, 3, 5)
    assert search.maximize(COUNT).value == 3
    assert 3 <= POINTS.value(search.incumbent) <= 5


def test_without_a_relaxation(monkeypatch):
    """Where the linear solver gives nothing, CP-SAT answers everything, and as well."""
    monkeypatch.setattr(Relaxation, "maximize", lambda *_: None)
    search = searching(OPENED)
    assert search.maximize(POINTS) == Step(7, 7)
    search.hold(POINTS, 7, LARGEST)
    assert search.reach(POINTS, 7) is True
    assert search.reach(COUNT, 3) is False


def test_no_matching_keeps_the_rules(monkeypatch):
    """Infeasible is found with the relaxation, and where every variable was looked at."""
    least = [{"kind": "selection", "min": 3}, *OPENED]
    with pytest.raises(InfeasibleError):
        searching(least).maximize(POINTS)
    monkeypatch.setattr(bounded, "CORE", 1)
    assert pm.match(problem("abc", ["m", "n"], [{"kind": "selection", "min": 3}])).status == "infeasible"


def test_no_time_at_all():
    """Without any time nothing is found, and nothing is claimed."""
    with pytest.raises(NothingFoundError):
        searching(OPENED, time_limit=0).maximize(POINTS)
    assert searching(OPENED, time_limit=0).reach(POINTS, 1) is None


def test_time_that_ends_while_pairs_are_searched(monkeypatch):
    """The best so far is kept with a bound that holds, and is not called proved."""
    solve = core.solve

    def interrupted(model, budget, **options):
        found = solve(model, budget, **options)
        budget.stop()
        return found

    monkeypatch.setattr(BoundedSearch, "_try", lambda *_: None)
    monkeypatch.setattr(bounded, "CORE", 1)
    monkeypatch.setattr(core, "solve", interrupted)
    search = searching(OPENED)
    search.reach(COUNT, 1)
    step = search.maximize(POINTS)
    assert step.value <= 7 <= step.bound


def test_a_listener_hears_of_bounds_that_hold(monkeypatch):
    """While only some pairs are searched, the listener is told the bound of all."""
    heard = []
    monkeypatch.setattr(BoundedSearch, "_try", lambda *_: None)
    monkeypatch.setattr(bounded, "CORE", 1)
    asked = problem("abc", ["m", "n"], OPENED, tiers=[COVERAGE, SCORE], scores={"am": 5, "bn": 3, "cm": 4})
    result = pm.match(asked, on_progress=lambda *told: heard.append(told))
    best = {tier.name: tier.best for tier in result.tiers}
    assert heard
    assert all(bound >= best[tier] for tier, _, bound, _ in heard if tier in best)
