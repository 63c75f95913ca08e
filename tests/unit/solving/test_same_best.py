import pytest

from prssmi_match.compatibility import assess
from prssmi_match.problem.criteria import MenteePreference, PairScore
from prssmi_match.problem.policy import GiveUp, Leximin, LeximinTier, MaximizeTier
from prssmi_match.solving import BestAnswers, Budget, SameBest, solve
from prssmi_match.solving import same_best as module
from unit.solving.answers import COVERAGE, problem
from unit.solving.engines import both_engines

__all__ = ["both_engines"]

MENTEES = [{"id": "a", "preferences": [["n"], ["m"]]}, {"id": "b", "preferences": [["m"], ["n"]]}]
SCORES = {"am": 500, "an": 300, "bm": 100, "bn": 300}


def fit(score, wish, **fields):
    """Return a tier that weighs scores, 800 with a at m and 400 with b there, against wishes, 1600 and 2000."""
    return MaximizeTier(name="fit", maximize=criteria(score, wish), **fields)


def fairest(score, wish):
    """Return a leximin tier of the same."""
    return LeximinTier(name="fair", leximin=Leximin(maximize=criteria(score, wish)))


def criteria(score, wish):
    """Return the two criteria with their weights."""
    return (PairScore(weight=score), MenteePreference(weight=wish))


def same_best(tier, budget=None):
    """Return the first tier, and the question about the best answers of one tier behind it."""
    compatibility = assess(problem(MENTEES, "mn", tiers=[COVERAGE, tier.model_dump(exclude_none=True)], scores=SCORES))
    tiers = compatibility.problem.program.tiers
    outcome = solve(compatibility, tiers, Budget())
    matching = outcome.assignment.to_matching([()] * len(outcome.assignment.chosen))
    best = {tier.name: tier.step.value for tier in outcome.tiers}
    answers = BestAnswers(compatibility, matching, best, budget or Budget())
    found = [outcome.assignment] if budget else answers.all(answers.search(), 9)[0]
    return tiers[0], SameBest(answers, found)


@pytest.mark.parametrize("kind", [fit, fairest])
def test_which_tiers_leave_the_same(kind):
    """The best answer stays until wishes outweigh scores."""
    first, same = same_best(kind(2, 1))
    assert same.under([first, kind(2, 1)]) is True
    assert same.under([first, kind(3, 1)]) is True
    assert same.under([first, kind(1, 2)]) is False


def test_one_more_that_is_as_good():
    """Another answer that is just as good, or that a tier now allows, makes a difference."""
    first, same = same_best(fit(2, 1))
    assert same.under([first, fit(1, 1)]) is False
    assert same.under([first, fit(2, 1, give_up=GiveUp(points=399))]) is True
    assert same.under([first, fit(2, 1, give_up=GiveUp(points=400))]) is False


def test_one_less():
    """Where one of several best answers is not among the best any more, they are not the same."""
    first, same = same_best(fit(1, 1))
    assert same.under([first, fit(2, 2)]) is True
    assert same.under([first, fit(2, 1)]) is False


@pytest.mark.parametrize("kind", [fit, fairest])
def test_what_was_better_before_is_not_searched_for_again(kind, monkeypatch):
    """The matching that made the difference under one weight is looked at first under the next."""
    first, same = same_best(kind(2, 1))
    assert same.under([first, kind(1, 2)]) is False
    monkeypatch.delattr(module, "search_tiers")
    assert same.under([first, kind(1, 3)]) is False


def test_out_of_time_nothing_is_known():
    """Without time it is not known whether other tiers leave the same."""
    first, same = same_best(fit(2, 1), Budget(0))
    assert same.under([first, fit(3, 1)]) is None
