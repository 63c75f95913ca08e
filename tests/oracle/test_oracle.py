"""The oracle itself, on examples worked by hand from the contract."""

from __future__ import annotations

import pytest

from oracle.brute_force import admissible, assumed, best, blocking_pairs, evaluate, feasible, points
from oracle.tiers import lot


def doc_of(mentees, mentors, **fields):
    """Return a document without a preset; a site is an id, or an id with fields."""
    rows = [[{"id": site, **told} for site, told in side.items()] for side in (mentees, mentors)]
    return {"preset": "none", "mentees": rows[0], "mentors": rows[1], **fields}


def value_of(doc, assignment, **tier):
    """Return value and profile of one tier for an assignment."""
    return evaluate({**doc, "policy": {"tiers": [{"name": "tier", **tier}]}}, assignment)[0][1:]


TWO = {"pine": {}, "fir": {}}
DEMANDS = [
    ({"kind": "pin", "mentee": "pine", "mentor": "oak"}, {"pine": "oak"}, {"pine": "elm"}),
    ({"kind": "forbid", "mentee": "pine", "mentor": "oak"}, {"pine": "elm"}, {"pine": "oak"}),
    ({"kind": "together", "mentees": ["pine", "fir"]}, {"pine": "oak", "fir": "oak"}, {"pine": "oak"}),
    ({"kind": "together", "mentees": ["pine", "fir"], "partial": True}, {"pine": "oak"}, {"pine": "oak", "fir": "elm"}),
    ({"kind": "apart", "mentees": ["pine", "fir"]}, {"pine": "oak", "fir": "elm"}, {"pine": "oak", "fir": "oak"}),
    ({"kind": "opening", "max": 1}, {"pine": "oak", "fir": "oak"}, {"pine": "oak", "fir": "elm"}),
    ({"kind": "opening", "must_open": ["oak"]}, {"pine": "oak"}, {"pine": "elm"}),
    ({"kind": "selection", "min": 2}, {"pine": "oak", "fir": "oak"}, {"pine": "oak"}),
    ({"kind": "selection", "must_match": ["pine"]}, {"pine": "oak"}, {"fir": "oak"}),
    ({"kind": "quota", "where": {"state": "MN"}, "min": 1}, {"pine": "oak"}, {"fir": "oak"}),
    ({"kind": "quota", "min": 2, "per": "mentor"}, {"pine": "oak", "fir": "oak"}, {"pine": "oak", "fir": "elm"}),
    ({"kind": "eligibility", "team_size": [3, 5]}, {"fir": "oak"}, {"pine": "oak"}),
]


@pytest.mark.parametrize(("rule", "kept", "broken"), DEMANDS, ids=[f"rule {number}" for number in range(len(DEMANDS))])
def test_rule_is_kept_and_broken(rule, kept, broken):
    """Each kind of rule allows one assignment and refuses another, and nothing else does."""
    doc = doc_of({"pine": {"state": "MN", "team_size": 2}, "fir": {}}, {"oak": {}, "elm": {}})
    ruled = {**doc, "rules": [rule]}
    assert (feasible(doc, kept), feasible(doc, broken)) == (True, True)
    assert (feasible(ruled, kept), feasible(ruled, broken)) == (True, False)


@pytest.mark.parametrize(
    ("mentee", "mentor"),
    [
        ({"status": "hold"}, {}),
        ({}, {"status": "withdrawn"}),
        ({"unacceptable": ["oak"], "preferences": [["oak"]]}, {}),
        ({}, {"unacceptable": ["pine"]}),
        ({"organization": "One  House"}, {"organization": " one house"}),
        ({"settings": ["diversion"]}, {"settings": ["child_welfare"]}),
        ({}, {"max_mentees": 0}),
        ({}, {"min_mentees": 2}),
        ({"workload": 3}, {"max_workload": 2}),
    ],
    ids=["hold", "withdrawn", "veto", "mentor's veto", "organization", "setting", "capacity", "minimum", "workload"],
)
def test_fact_that_always_binds(mentee, mentor):
    """Each fact refuses the pair by itself; without it the pair is feasible."""
    assert feasible(doc_of({"pine": {}}, {"oak": {}}), {"pine": "oak"})
    assert not feasible(doc_of({"pine": mentee}, {"oak": mentor}), {"pine": "oak"})


def test_plain_selection_replaces_the_presets():
    """A plain rule takes the id of its kind, and so the place of the preset's; one with another id stands beside it."""
    doc = {"mentees": [{"id": f"e{number:02}"} for number in range(16)], "mentors": [{"id": "oak"}]}
    doc["default_capacity"] = 16
    everybody = {row["id"]: "oak" for row in doc["mentees"]}
    assert not feasible(doc, everybody)
    assert feasible({**doc, "rules": [{"kind": "selection", "max": 16}]}, everybody)
    assert not feasible({**doc, "rules": [{"kind": "selection", "id": "mine", "max": 16}]}, everybody)


def test_setting_is_any_where_no_rule_states_one():
    """With settings apart a pair is refused even without rules, and allowed where a rule switches the test off."""
    doc = doc_of({"pine": {"settings": ["diversion"]}}, {"oak": {"settings": ["child_welfare"]}})
    assert not admissible(doc, "pine", "oak")
    assert admissible({**doc, "rules": [{"kind": "eligibility", "setting": "off"}]}, "pine", "oak")


def test_unknown_points_are_the_mean_of_the_mentees_own_then_of_all_then_500():
    """The mean of 667 and 0 rounds half up to 334; a mentee that knows nothing takes the mean of all known pairs."""
    three = ["diversion", "child_welfare", "other_criminal_justice"]
    doc = doc_of(
        {"pine": {"settings": three}, "fir": {}},
        {"oak": {"settings": three[:2]}, "elm": {"settings": ["alternatives_to_incarceration"]}, "ash": {}},
        rules=[{"kind": "eligibility", "setting": "off"}],
    )
    fit = {"criterion": "setting_fit"}
    table = points(doc, fit)
    assert [table["pine", mentor] for mentor in ("oak", "elm", "ash")] == [667, 0, 334]
    assert table["fir", "oak"] == 334
    assert points(doc_of({"pine": {}}, {"oak": {}}), fit) == {("pine", "oak"): 500}
    assert points(doc, {**fit, "neutral": 7})["fir", "ash"] == 7
    assert assumed({**doc, "policy": {"tiers": [{"name": "fit", "maximize": [fit]}]}}, "pine", "ash") == ["setting_fit"]


def test_points_of_known_pairs():
    """Topic, locale, rank, equal value and pair score as worked by hand; Minneapolis to Saint Paul is 14.03 km."""
    doc = doc_of(
        {"pine": {"topics": {"Peer  Work": 5, "data": 3}, "locale": "rural", "preferences": [["elm"], ["oak"]],
                  "state": "MN", "location": [44.9778, -93.265]}},
        {"oak": {"topics": {"peer work": 4}, "locale": "urban", "locales_served": ["rural"], "state": "OH",
                 "location": [44.9537, -93.09]}, "elm": {}},
        pairs=[{"mentee": "pine", "mentor": "oak", "score": 12}],
    )  # fmt: skip
    found = [
        points(doc, {"criterion": name, **fields})["pine", "oak"]
        for name, fields in [
            ("topic_fit", {}),
            ("locale_fit", {}),
            ("mentee_preference", {}),
            ("same_value", {"field": "state"}),
            ("pair_score", {}),
            ("proximity", {"max_km": 29}),
        ]
    ]
    assert found == [500, 1000, 800, 0, 12, 516]


def test_cohort_criteria():
    """Review scores in tenths with the mean for an unknown, the spread of shares, and what is counted."""
    doc = doc_of(
        {"pine": {"review_score": 87.55}, "fir": {}, "yew": {"review_score": 90}},
        {"oak": {"max_mentees": 3, "review_score": -0.25}, "elm": {"max_mentees": 2}},
        previous=[{"mentee": "pine", "mentor": "oak"}, {"mentee": "gone", "mentor": "oak"}],
    )
    assignment = {"pine": "oak", "fir": "oak", "yew": "elm"}
    names = ["coverage", "review_score", "mentor_review_score", "balance", "few_mentors", "continuity"]
    found = [value_of(doc, assignment, maximize=[{"criterion": name}])[0] for name in names]
    assert found == [3, 876 + 888 + 900, -4, -167, -2, 1]


def test_what_the_last_round_says():
    """The greatest round counts: who was left out, ended early or gave a 1 or 2, and how many each mentor had."""
    history = [
        {"round": 1, "mentee": "yew"},
        {"round": 2, "mentee": "pine", "mentor": "oak", "satisfaction": 2},
        {"round": 2, "mentee": "fir", "mentor": "oak", "outcome": "completed", "satisfaction": 3},
        {"round": 2, "mentee": "gone", "mentor": "elm", "outcome": "ended_early"},
    ]
    doc = doc_of({"pine": {}, "fir": {}, "yew": {}}, {"oak": {}, "elm": {}}, history=history)
    assignment = {"pine": "oak", "fir": "oak", "yew": "elm"}
    names = ["past_disappointment", "mentor_rest"]
    assert [value_of(doc, assignment, maximize=[{"criterion": name}])[0] for name in names] == [1, -5]
    fresh = {**doc, "rules": [{"kind": "eligibility", "no_prior_mentor": True}]}
    assert [admissible(fresh, "pine", mentor) for mentor in ("oak", "elm")] == [False, True]


def test_special_tiers():
    """Profiles and values of the special tiers for three mentees, one of them unmatched."""
    rows = [{"mentee": "pine", "mentor": "oak", "score": 250}, {"mentee": "fir", "mentor": "elm", "score": 90}]
    doc = doc_of(
        {"pine": {"preferences": [["elm"], ["oak"]]}, "fir": {"preferences": [["oak"]]}, "yew": {"preferences": []}},
        {"oak": {}, "elm": {}},
        pairs=rows,
    )
    assignment = {"pine": "oak", "fir": "elm"}
    score = {"maximize": [{"criterion": "pair_score"}]}
    assert value_of(doc, assignment, leximin={**score, "step": 100}) == (0, (-1, 0, 2))
    assert value_of(doc, assignment, max_min=score) == (90, None)
    assert value_of(doc, assignment, rank_maximal={}) == (0, (0, 1, 1))
    assert value_of(doc, assignment, generous={}) == (-1, (0, 1, 1))


def test_blocking_pairs_and_who_decides_who_gets_in():
    """A mentor with room, or with one that it likes less, blocks; where the selection is full, the unmatched do not."""
    doc = doc_of(
        {"pine": {"preferences": [["oak"]]}, "fir": {}},
        {"oak": {"max_mentees": 1, "preferences": [["pine"]]}, "elm": {"max_mentees": 1}},
    )
    assert blocking_pairs(doc, {"fir": "oak", "pine": "elm"}) == [("pine", "oak")]
    assert blocking_pairs(doc, {"fir": "elm"}) == [("pine", "oak")]
    assert blocking_pairs({**doc, "rules": [{"kind": "selection", "max": 1}]}, {"fir": "oak"}) == []
    assert blocking_pairs({**doc, "rules": [{"kind": "opening", "max": 1}]}, {"pine": "elm"}) == []


def test_give_up_is_taken_by_the_next_tier():
    """5 % of 105 points is 5: the second tier may choose 100, and not 99."""
    scores = {"oak": 105, "elm": 100, "ash": 99}
    doc = doc_of(
        {"pine": {"preferences": [["ash"], ["elm"], ["oak"]]}},
        {"oak": {}, "elm": {}, "ash": {}},
        pairs=[{"mentee": "pine", "mentor": mentor, "score": score} for mentor, score in scores.items()],
        policy={
            "tiers": [
                {"name": "score", "maximize": [{"criterion": "pair_score"}], "give_up": {"percent": 5}},
                {"name": "wish", "maximize": [{"criterion": "mentee_preference"}]},
            ]
        },
    )
    answer = best(doc)
    assert answer.mentor_of == {"pine": "elm"}
    assert [(tier.name, tier.best, tier.value) for tier in answer.tiers[:2]] == [
        ("score", 105, 100),
        ("wish", 800, 800),
    ]


def test_lottery_draws_who_gets_in_then_with_whom():
    """The greatest lot of mentees decides who is matched, the greatest lot of pairs with whom.

    The numbers are those of ``printf '0|pine|' | sha256sum`` and so on, their first 30 bits.
    """
    doc = doc_of({"pine": {}, "fir": {}}, {"oak": {}, "elm": {}}, rules=[{"kind": "selection", "max": 1}])
    assert [lot(0, mentee, "") for mentee in ("pine", "fir")] == [104290456, 1003517186]
    assert [lot(0, "fir", mentor) for mentor in ("oak", "elm")] == [333819673, 682925649]
    answer = best(doc)
    assert answer.mentor_of == {"fir": "elm"}
    assert answer.tiers[-1].value == 682925649


def test_infeasible_is_none():
    """Where a demand and a veto disagree, there is no best assignment."""
    doc = doc_of({"pine": {"unacceptable": ["oak"]}}, {"oak": {}})
    assert best({**doc, "rules": [{"kind": "pin", "mentee": "pine", "mentor": "oak"}]}) is None
