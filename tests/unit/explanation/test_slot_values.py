import prssmi_match as pm

DOCUMENT = {
    "preset": "none",
    "mentees": [{"id": "pine", "state": "MN"}, {"id": "lake", "state": "MN"}],
    "mentors": [{"id": "oak", "state": "OH", "max_mentees": 2}, {"id": "elm", "state": "MN", "max_mentees": 2}],
    "pairs": [
        {"mentee": "pine", "mentor": "oak", "score": 10},
        {"mentee": "lake", "mentor": "oak", "score": 10},
    ],
    "policy": {
        "tiers": [
            {"name": "score", "maximize": [{"criterion": "pair_score"}], "give_up": {"points": 10}},
            {"name": "state", "maximize": [{"criterion": "same_value", "field": "state"}]},
        ]
    },
}


def test_a_place_that_only_the_best_of_an_aim_needs():
    """A place that the answer does not use can matter: without it an aim's best falls, and others may give up more."""
    result = pm.match(pm.Problem.model_validate(DOCUMENT))
    assert len(result.matching.mentees_of("oak")) == 1
    (row,) = [row for row in pm.whatif.slot_values(result).rows if (row.mentor, row.slots) == ("oak", -1)]
    mentors = [DOCUMENT["mentors"][0] | {"max_mentees": 1}, DOCUMENT["mentors"][1]]
    again = pm.match(pm.Problem.model_validate(DOCUMENT | {"mentors": mentors}))
    assert [tier.value for tier in again.tiers[:2]] == [0, 2000]
    assert (row.change["score"], row.change["state"]) == (-10, 1000)
