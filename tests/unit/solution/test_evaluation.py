import pytest

import prssmi_match as pm
from unit.verification.documents import problem_of

PROBLEM = problem_of(
    ["a"],
    [{"id": "m", "locale": "rural"}],
    tiers=[
        {"name": "fit", "maximize": [{"criterion": "pair_score", "weight": 3}, {"criterion": "locale_fit"}]},
        {"name": "seats", "maximize": [{"criterion": "coverage"}]},
    ],
    pairs=[{"mentee": "a", "mentor": "m", "score": 7}],
)


def test_tiers_by_name():
    """A tier is found by its name; its criteria add up to it."""
    evaluation = pm.evaluate(PROBLEM, pm.Matching(pairs=[("a", "m")]))
    tier = evaluation.tier("fit")
    assert tier.value == 3 * 7 + 500
    assert sum(criterion.weight * criterion.value for criterion in tier.criteria) == tier.value
    with pytest.raises(KeyError):
        evaluation.tier("ghost")


def test_pairs_by_tier():
    """A pair has its points by tier, and the criteria that rest on an unknown."""
    (pair,) = pm.evaluate(PROBLEM, pm.Matching(pairs=[("a", "m")])).pairs
    assert pair.total("fit") == 521
    assert pair.total("seats") == 0
    assert pair.assumed == ("locale_fit",)
