import pytest

from prssmi_match.problem.document import Problem
from prssmi_match.problem.policy import (
    GenerousTier,
    LeximinTier,
    LotteryTier,
    MaximizeTier,
    MaxMinTier,
    RankMaximalTier,
)
from unit.problem.findings import findings

COVERAGE = [{"criterion": "coverage"}]
SCORE = [{"criterion": "pair_score"}]


def tier(**fields):
    """Return the findings of a policy with one tier, as code and place within the tier."""
    return [(code, loc[3:]) for code, loc in findings({"policy": {"tiers": [fields]}})]


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ({"name": "a", "maximize": COVERAGE}, MaximizeTier),
        ({"name": "a", "leximin": {"maximize": SCORE}}, LeximinTier),
        ({"name": "a", "max_min": {"maximize": SCORE}}, MaxMinTier),
        ({"name": "a", "rank_maximal": {}}, RankMaximalTier),
        ({"name": "a", "generous": {}}, GenerousTier),
        ({"name": "a", "lottery": {}}, LotteryTier),
        ({"lottery": {"seed": -3}}, LotteryTier),
    ],
)
def test_the_stated_kind_tells_tiers_apart(written, kind):
    """A tier is of the kind that it states; only a lottery may go without a name."""
    problem = Problem.model_validate({"policy": {"tiers": [written]}})
    assert type(problem.policy.tiers[0]) is kind


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"name": "a"}, [("tier_kind", ())]),
        ({"maximize": COVERAGE}, [("missing", ("name",))]),
        ({"name": "a", "maximize": []}, [("too_short", ("maximize",))]),
        ({"name": "a", "maximize": COVERAGE, "leximin": {"maximize": SCORE}}, [("extra_forbidden", ("leximin",))]),
        (
            {"name": "a", "leximin": {"maximize": COVERAGE}},
            [("union_tag_invalid", ("leximin", "maximize", 0, "criterion"))],
        ),
        (
            {"name": "a", "max_min": {"maximize": COVERAGE}},
            [("union_tag_invalid", ("max_min", "maximize", 0, "criterion"))],
        ),
        ({"name": "a", "leximin": {"maximize": SCORE, "step": 0}}, [("greater_than_equal", ("leximin", "step"))]),
        ({"name": "a", "leximin": {"maximize": SCORE}, "give_up": {"points": 1}}, [("extra_forbidden", ("give_up",))]),
        ({"name": "a", "rank_maximal": {"seed": 1}}, [("extra_forbidden", ("rank_maximal", "seed"))]),
        ({"lottery": {"seed": 1.5}}, [("int_type", ("lottery", "seed"))]),
    ],
)
def test_defects_of_tiers(fields, expected):
    """A tier states exactly one kind, and special tiers take pair criteria only."""
    assert tier(**fields) == expected


@pytest.mark.parametrize(
    ("give_up", "expected"),
    [
        ({"points": 0}, []),
        ({"percent": 2.5}, []),
        ({"percent": 100}, []),
        ({}, [("one_of", ("give_up",))]),
        ({"points": 1, "percent": 1}, [("one_of", ("give_up",))]),
        ({"points": -1}, [("greater_than_equal", ("give_up", "points"))]),
        ({"points": 1.5}, [("int_type", ("give_up", "points"))]),
        ({"percent": 101}, [("less_than_equal", ("give_up", "percent"))]),
    ],
)
def test_give_up(give_up, expected):
    """What may be given up is stated once, as whole points or as percent from 0 to 100."""
    assert tier(name="a", maximize=COVERAGE, give_up=give_up) == expected
