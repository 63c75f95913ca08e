import pytest

from prssmi_match.problem.wording import aim_changes
from unit.verification.documents import problem_of


def only(criterion, **fields):
    """Return a tier with one criterion."""
    return {"name": "an_aim", "maximize": [{"criterion": criterion, **fields}]}


FIT = [{"criterion": "setting_fit"}, {"criterion": "topic_fit", "weight": 2}]
CHANGES = [
    (only("coverage"), -1, "1 mentee fewer is matched"),
    (only("coverage"), 2, "2 mentees more are matched"),
    (only("coverage", weight=3), -3, "“an aim” loses 3 points"),
    (only("review_score"), -51, "“an aim” loses 5.1 review points"),
    (only("mentor_review_score"), 7, "“an aim” gains 0.7 review points"),
    (only("few_mentors"), -1, "1 mentor more is used"),
    (only("continuity"), -2, "2 pairs fewer are kept"),
    (only("past_disappointment"), -1, "1 fewer of the mentees that the last round disappointed is matched"),
    (only("past_disappointment"), 2, "2 more of the mentees that the last round disappointed are matched"),
    (only("mentor_rest"), -2, "“an aim” loses 2 points"),
    (only("few_blocking_pairs"), -1, "1 more pair that would rather have each other"),
    (only("balance"), -1, "“an aim” loses 1 point"),
    ({"name": "an_aim", "maximize": FIT}, 250, "“an aim” gains 250 points"),
    ({"name": "an_aim", "leximin": {"maximize": FIT, "step": 5}}, -2, "the worst-off site in “an aim” loses 2 levels"),
    ({"name": "an_aim", "max_min": {"maximize": FIT}}, 1, "the worst-off site in “an aim” gains 1 point"),
    ({"name": "an_aim", "rank_maximal": {}}, -1, "1 fewer at their first choice"),
    ({"name": "an_aim", "generous": {}}, -1, "1 more at a mentor that they did not list"),
]


@pytest.mark.parametrize(("tier", "change", "words"), CHANGES)
def test_each_kind_of_aim_in_its_own_units(tier, change, words):
    """What an aim loses or gains is told in what it counts: sites, review points, levels or points."""
    assert aim_changes(problem_of([], [], tiers=[tier]), {"an_aim": change}) == words


def test_what_is_told():
    """Aims come in their order; the draw, what stays, and an aim that is asked for twice are left out."""
    tiers = [
        only("coverage"),
        {"name": "fit", "maximize": FIT},
        {"name": "calm", "maximize": [{"criterion": "balance"}]},
        {"name": "again", "maximize": FIT},
        {"name": "draw", "lottery": {"seed": 1}},
    ]
    problem = problem_of([], [], tiers=tiers)
    changes = {"draw": 99, "again": -4, "fit": -4, "an_aim": -1, "calm": 0}
    assert aim_changes(problem, changes) == "1 mentee fewer is matched; “fit” loses 4 points"
    assert aim_changes(problem, {**changes, "again": -5}).endswith("“fit” loses 4 points; “again” loses 5 points")
    assert aim_changes(problem, {}) == ""
