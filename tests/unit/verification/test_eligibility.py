import pytest

from unit.verification.documents import problem_of, sentences, violations

BOTH = ["diversion", "child_welfare"]


def problem_with(test, mentee=None, mentor=None, **fields):
    """Return a problem of one pair under one eligibility rule, with the setting test off unless stated."""
    rule = {"kind": "eligibility", "setting": "off", **test}
    return problem_of([{"id": "a", **(mentee or {})}], [{"id": "oak", **(mentor or {})}], rules=[rule], **fields)


KEPT = [
    ({"setting": "any"}, {"settings": BOTH}, {"settings": ["diversion"]}),
    ({"setting": "all"}, {"settings": ["diversion"]}, {"settings": BOTH}),
    ({"setting": "all"}, {"settings": BOTH}, {"settings": BOTH[::-1]}),
    ({"setting": "all"}, {"settings": BOTH}, {}),
    ({"setting": "all"}, {}, {"settings": BOTH}),
    ({"no_prior_mentor": True}, {"prior_mentors": ["elm", "gone"]}, {}),
    ({"listed_only": True}, {"preferences": [["oak"]]}, {}),
    ({"listed_only": True}, {}, {}),
    ({"max_km": 1}, {"location": [0, 0]}, {}),
    ({"max_km": 0}, {"location": [7, 7]}, {"location": [7, 7]}),
    ({"team_size": [3, 5]}, {"team_size": 5}, {}),
    ({"team_size": [3, 5]}, {}, {}),
    ({"travelers": [2, 3]}, {"travelers": 2}, {}),
]
BROKEN = [
    ({"setting": "any"}, {"settings": ["diversion"]}, {"settings": ["child_welfare"]}),
    ({"setting": "all"}, {"settings": BOTH}, {"settings": ["diversion"]}),
    ({"no_prior_mentor": True}, {"prior_mentors": ["oak"]}, {}),
    ({"scored_only": True}, {}, {}),
    ({"max_km": 1}, {"location": [0, 0]}, {"location": [1, 0]}),
    ({"team_size": [3, 5]}, {"team_size": 6}, {}),
    ({"team_size": [3, 5]}, {"team_size": 2}, {}),
    ({"travelers": [2, 3]}, {"travelers": 7}, {}),
]


@pytest.mark.parametrize(("test", "mentee", "mentor"), KEPT)
def test_kept(test, mentee, mentor):
    """A pair that passes the test, or for which it is unknown, is no violation."""
    assert violations(problem_with(test, mentee, mentor), ("a", "oak")) == []


@pytest.mark.parametrize(("test", "mentee", "mentor"), BROKEN)
def test_broken(test, mentee, mentor):
    """A pair that fails the test breaks the rule, with the pair as witnesses."""
    assert violations(problem_with(test, mentee, mentor), ("a", "oak")) == [("eligibility", 1, ("a", "oak"))]


def test_listed_only_binds_who_lists_somebody():
    """A mentee that lists another mentor is bound to its list."""
    rule = {"kind": "eligibility", "listed_only": True}
    problem = problem_of([{"id": "a", "preferences": [["elm"]]}], ["oak", "elm"], rules=[rule])
    assert violations(problem, ("a", "oak")) == [("eligibility", 1, ("a", "oak"))]
    assert violations(problem, ("a", "elm")) == []


def test_scored_only_with_a_row_of_score_zero():
    """A row is a row, whatever its score."""
    problem = problem_with({"scored_only": True}, pairs=[{"mentee": "a", "mentor": "oak"}])
    assert violations(problem, ("a", "oak")) == []


@pytest.mark.parametrize(("max_km", "valid"), [(111.194, False), (111.195, True), (111.1949, False), (111.1951, True)])
def test_distance_is_compared_in_whole_meters(max_km, valid):
    """One degree of latitude is 111 195 m (rounded from 111 195.08), held against the limit as it is written."""
    problem = problem_with({"max_km": max_km}, {"location": [0, 0]}, {"location": [1, 0]})
    assert (violations(problem, ("a", "oak")) == []) is valid


def test_every_rule_applies():
    """Each of several rules is checked by itself; the amount is the number of its tests that fail."""
    rules = [
        {"kind": "eligibility", "setting": "off"},
        {"kind": "eligibility", "setting": "all", "team_size": [3, 5]},
        {"kind": "eligibility", "id": "fresh", "no_prior_mentor": True},
    ]
    mentee = {"id": "a", "settings": BOTH, "team_size": 9, "prior_mentors": ["oak"]}
    problem = problem_of([mentee], [{"id": "oak", "settings": ["diversion"]}], rules=rules)
    assert violations(problem, ("a", "oak")) == [("eligibility-2", 2, ("a", "oak")), ("fresh", 1, ("a", "oak"))]


def test_mentors_of_earlier_rounds_are_prior_mentors():
    """A pair of any earlier round is refused as one of prior_mentors is, with its rounds; one left out is not."""
    history = [
        {"round": 2018, "mentee": "a", "mentor": "oak"},
        {"round": 2016, "mentee": "a", "mentor": "oak"},
        {"round": 2017, "mentee": "a"},
        {"round": 2017, "mentee": "b", "mentor": "elm"},
    ]
    rules = [{"kind": "eligibility", "no_prior_mentor": True}]
    problem = problem_of(["a", "b"], ["oak", "elm"], rules=rules, history=history)
    assert violations(problem, ("a", "oak"), ("b", "oak")) == [("eligibility", 1, ("a", "oak"))]
    assert violations(problem, ("a", "elm")) == []
    assert sentences(problem, ("a", "oak")) == [
        "a may not be paired with oak: the mentor has mentored it before (rounds 2016 and 2018)."
    ]
    assert violations(problem_of(["a"], ["oak"], history=history), ("a", "oak")) == []


def test_sentence():
    """The sentence names the sites and every ground."""
    mentee = {"name": "Pine County", "travelers": 7, "location": [0, 0]}
    problem = problem_with({"travelers": [2, 3], "max_km": 100.5}, mentee, {"name": "Oak City", "location": [60, 0]})
    (sentence,) = sentences(problem, ("a", "oak"))
    assert sentence.startswith("Pine County may not be paired with Oak City: they are 6671.705 km apart")
    assert sentence.endswith("the most is 100.5 km and its 7 travelers are outside 2 to 3.")
