from typing import get_args

import pytest

from prssmi_match.problem.criteria import Criterion
from prssmi_match.problem.policy import Tier
from prssmi_match.problem.wording import criterion_words, tier_sentence
from unit.verification.documents import problem_of

TIERS = [
    ({"name": "a", "maximize": [{"criterion": "coverage"}]}, "As much as possible: number of matched mentees."),
    (
        {"name": "a", "maximize": [{"criterion": "review_score"}], "give_up": {"points": 20}},
        (
            "As much as possible: review scores of the matched mentees (in tenths). "
            "Later aims may take back up to 20 points."
        ),
    ),
    (
        {
            "name": "a",
            "maximize": [{"criterion": "setting_fit", "weight": 4}, {"criterion": "few_mentors"}],
            "give_up": {"percent": 2.5},
        },
        (
            "As much as possible: 4 x share of the mentee's settings that the mentor covers + few mentors. "
            "Later aims may take back up to 2.5 %."
        ),
    ),
    (
        {"name": "a", "leximin": {"maximize": [{"criterion": "pair_score"}], "step": 500}},
        "The worst-off mentee as well off as possible, then the next, in steps of 500: the score stated for the pair.",
    ),
    (
        {"name": "a", "max_min": {"maximize": [{"criterion": "pair_score"}]}},
        "The worst-off matched mentee as well off as possible: the score stated for the pair.",
    ),
    (
        {"name": "a", "rank_maximal": {}},
        "As many mentees as possible at their first choice, then at their second, and so on.",
    ),
    (
        {"name": "a", "generous": {}},
        "As few mentees as possible at a mentor they did not list, then at their last choice, and so on.",
    ),
    ({"lottery": {"seed": 2019}}, "What is still tied is decided by a public draw (seed 2019)."),
]


@pytest.mark.parametrize(("tier", "sentence"), TIERS)
def test_tiers_in_plain_words(tier, sentence):
    """A tier is one sentence with its weights, its step and what it gives up."""
    assert tier_sentence(problem_of([], [], tiers=[tier]).program.tiers[0]) == sentence


def test_every_kind_of_tier_has_a_sentence():
    """The examples above leave no kind of tier out."""
    seen = {type(problem_of([], [], tiers=[tier]).program.tiers[0]) for tier, _ in TIERS}
    assert seen == set(get_args(Tier))


def test_every_criterion_has_words_of_its_own():
    """No two criteria are called the same, and none by its code name."""
    made = [kind(field="attributes.tongue") if "field" in kind.model_fields else kind() for kind in get_args(Criterion)]
    words = [criterion_words(criterion) for criterion in made]
    assert len(set(words)) == len(made)
    assert not any("_" in said for said in words)


def test_words_have_the_parameters():
    """A criterion that can be set says how it is set."""
    problem = problem_of(
        [],
        [],
        tiers=[
            {
                "name": "a",
                "maximize": [
                    {"criterion": "proximity", "max_km": 120.5},
                    {"criterion": "same_value", "field": "attributes.tongue"},
                ],
            }
        ],
    )
    near, same = problem.program.tiers[0].maximize
    assert criterion_words(near) == "nearness (up to 120.5 km)"
    assert criterion_words(same) == "the same tongue"
