import pytest

from prssmi_match.problem.document import Problem
from prssmi_match.problem.rules import Eligibility
from unit.problem.findings import findings

WORDS = {"topic_fit": "high", "mentee_preference": "medium", "locale_fit": "low"}


def program(**document):
    """Return the program of a document."""
    return Problem.model_validate(document).program


def weights(criteria):
    """Return weight by criterion."""
    return {criterion.criterion: criterion.weight for criterion in criteria}


def test_words_become_weights():
    """High, medium and low weigh 9, 3 and 1 in every tier of the preset that sums points of pairs."""
    tiers = {tier.name: tier for tier in program(strengths=WORDS).tiers}
    expected = {"topic_fit": 9, "mentee_preference": 3, "locale_fit": 1}
    assert weights(tiers["fit"].maximize) == weights(tiers["fit_again"].maximize) == expected
    assert weights(tiers["fairness"].leximin.maximize) == expected
    assert weights(tiers["coverage"].maximize) == {"coverage": 1}
    assert weights(tiers["review"].maximize) == {"review_score": 1}
    assert list(tiers) == ["coverage", "review", "fit", "fairness", "balance", "fit_again", "lottery"]


def test_without_tiers():
    """Where the preset has no tiers, coverage comes first and the wishes second."""
    tiers = program(preset="none", strengths=WORDS).tiers
    assert [tier.name for tier in tiers] == ["coverage", "fit", "lottery"]


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        ("setting_fit", {"setting": "all"}),
        ("mentee_preference", {"listed_only": True}),
        ("pair_score", {"scored_only": True}),
    ],
)
def test_must_is_a_hard_rule(wish, field):
    """A must is a rule besides, which gives its reason, and weighs as much as high."""
    merged = program(preset="none", strengths={wish: "must"})
    (named,) = merged.rules
    assert named.rule == Eligibility(id=f"must-{wish}", reason="Stated as a must", **field)
    assert weights(merged.tiers[1].maximize) == {wish: 9}


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ({"strengths": {}}, [("too_short", ("strengths",))]),
        ({"strengths": {"topic_fit": "must"}}, [("no_rule_for_must", ("strengths",))]),
        ({"strengths": {"topic_fit": "huge"}}, [("literal_error", ("strengths", "topic_fit"))]),
        ({"strengths": {"coverage": "high"}}, [("literal_error", ("strengths", "coverage", "[key]"))]),
        ({"strengths": WORDS, "policy": {"tiers": []}}, [("one_of", ("strengths",))]),
    ],
)
def test_defects(document, expected):
    """Only known wishes and words are taken, a must only where a rule can say it, and not beside a policy."""
    assert findings(document) == expected
