import prssmi_match as pm
from prssmi_match.records.memory import history_rows

SITES = {
    "preset": "none",
    "mentees": [{"id": "pine"}, {"id": "bay"}, {"id": "fir", "status": "hold"}],
    "mentors": [{"id": "oak"}, {"id": "elm"}],
}


def test_a_finished_round_becomes_history():
    """Each pair is a row, each available mentee without a mentor a row without one, by mentee id."""
    rows = history_rows(pm.Problem.model_validate(SITES), pm.Matching(pairs=[("pine", "oak")]), 2019)
    assert [(row.round, row.mentee, row.mentor) for row in rows] == [(2019, "bay", None), (2019, "pine", "oak")]
    assert all(row.outcome is row.satisfaction is None for row in rows)


def test_the_next_round_remembers():
    """In the next document nobody gets the same mentor again, and who was left out comes first."""
    policy = {"tiers": [{"name": "turn", "maximize": [{"criterion": "past_disappointment"}]}]}
    rules = [{"kind": "eligibility", "no_prior_mentor": True}, {"kind": "selection", "max": 1}]
    document = {**SITES, "mentors": [{"id": "oak"}], "rules": rules, "policy": policy}
    first = pm.Problem.model_validate(document)
    announced = pm.match(first).matching
    history = [row.model_dump(mode="json") for row in history_rows(first, announced, 1)]
    second = pm.match(pm.Problem.model_validate({**document, "history": history}))
    assert len(announced.pairs) == len(second.matching.pairs) == 1
    assert announced.pairs[0].mentee != second.matching.pairs[0].mentee
    assert second.tiers[0].value == 1
