import pytest

import prssmi_match as pm
from prssmi_match.compatibility import assess
from prssmi_match.solving import Budget
from prssmi_match.solving.cpsat.steps import Step
from prssmi_match.solving.network import CostRangeError
from prssmi_match.solving.objective import Objective
from prssmi_match.solving.staged import StagedSearch
from unit.solving.answers import COVERAGE, SCORE, problem

GIVE_UP = {**SCORE, "name": "loose", "give_up": {"points": 2}}
LAST = {"name": "last", "maximize": [{"criterion": "same_value", "field": "state", "neutral": 0}]}
SCORES = {"am": 5, "an": 4, "bm": 1, "bn": 3}


def test_tiers_before_something_is_given_up_are_on_the_network():
    """The network proves up to the tier that gives something up; what follows is solved by CP-SAT, and as well."""
    mentees = [{"id": "a", "state": "MN"}, {"id": "b", "state": "OH"}]
    mentors = [{"id": "m", "state": "OH"}, {"id": "n", "state": "MN"}, {"id": "o", "state": "MN"}]
    tiers = [COVERAGE, GIVE_UP, LAST]
    result = pm.match(problem(mentees, mentors, tiers=tiers, scores={**SCORES, "ao": 3}))
    assert [tier.name for tier in result.proof] == ["seats", "loose"]
    found = [(tier.best, tier.bound, tier.value) for tier in result.tiers[:3]]
    assert found == [(2, 2, 2), (8, 8, 6), (1000, 1000, 1000)]


def test_what_is_given_up_and_cannot_matter_stays_on_the_network():
    """Where no matching that is left is worse than what may be given up, nothing has to be held."""
    loose = {**GIVE_UP, "give_up": {"points": 3}}
    result = pm.match(problem("ab", "mn", tiers=[COVERAGE, loose], scores=SCORES))
    assert [tier.name for tier in result.proof] == ["seats", "loose", "lottery"]


def test_held_values_and_the_matching_are_handed_over():
    """CP-SAT goes on from the matching that the network left, within its face."""
    search = StagedSearch(assess(problem("abc", "mn")), Budget())
    count, score = Objective([1] * 6), Objective([5, 4, 1, 3, 0, 0])
    assert search.maximize(count) == Step(2, 2)
    search.hold(count, 2)
    assert search.maximize(score) == Step(8, 8)
    before = search.incumbent
    assert len(search.take_proof()) == 2
    search.hold(score, 5)
    assert search.incumbent is before
    assert search.maximize(Objective([0, 0, 0, 0, 1, 2])) == Step(2, 2)
    assert search.take_proof() == ()
    assert search.incumbent.chosen == (0, 5)


def test_numbers_that_the_flow_cannot_scale(monkeypatch):
    """Where the costs are too large for the flow, CP-SAT answers the same question."""

    def too_large(face, earned):
        raise CostRangeError

    monkeypatch.setattr("prssmi_match.solving.network.search.best_flow", too_large)
    search = StagedSearch(assess(problem("ab", "mn")), Budget())
    assert search.maximize(Objective([5, 4, 1, 3])) == Step(8, 8)
    assert search.take_proof() == ()


@pytest.mark.parametrize("score", [2**52, 2**40])
def test_the_largest_scores_are_exact(score):
    """The largest scores that a document takes give the exact answer, whichever engine finds it."""
    result = pm.match(problem("ab", "mn", tiers=[SCORE], scores={"am": score, "an": score - 1, "bm": 1}))
    assert (result.tiers[0].best, result.tiers[0].bound) == (score, score)


def test_without_time_the_network_is_not_asked():
    """No time is an unknown status, on the network too."""
    result = pm.match(problem("ab", "mn"), time_limit=0)
    assert (result.status, result.proof) == ("unknown", ())
